using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Archive.Publishing.Templates;

/// <summary>A property of a view, read without reflection: a text, a list as its array, <c>true</c> or null for a flag, a number in words, or another view.</summary>
/// <param name="Type">Of the value; of the items where it is a list.</param>
/// <param name="Get">The value for a view.</param>
internal sealed record ViewMember(Type Type, bool IsList, Func<object, object?> Get)
{
    private static readonly object True = true;

    /// <summary>What a list's items are, or a value itself: one that can be written as it is.</summary>
    public static bool IsText(Type type) => type == typeof(string) || type == typeof(int);

    /// <summary>The property that a name means, without regard to case; null where there is none, or one of another kind than those above.</summary>
    public static ViewMember? Find(Type view, string name)
    {
        var found = view.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found is [{ GetMethod: { } get } property] && view.IsSealed && view.IsClass && view != typeof(string) ? Of(property.PropertyType, get) : null;
    }

    private static ViewMember? Of(Type type, MethodInfo get)
    {
        if (type == typeof(bool)) return new(type, IsList: false, Reader(typeof(Flag<>), get));
        if (type == typeof(int)) return new(type, IsList: false, Reader(typeof(Number<>), get));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return type.GenericTypeArguments[0] is var item && IsShown(item) ? new(item, IsList: true, Reader(typeof(List<,>), get, item)) : null;
        return IsShown(type) ? new(type, IsList: false, Reader(typeof(Single<,>), get, type)) : null;
    }

    private static bool IsShown(Type type) => type == typeof(string) || (type.IsClass && type.IsSealed && !typeof(IEnumerable).IsAssignableFrom(type));

    private static Func<object, object?> Reader(Type reader, MethodInfo get, params Type[] values)
    {
        var view = get.DeclaringType!; // a property's method has one
        return ((IReader)Activator.CreateInstance(reader.MakeGenericType([view, .. values]))!).Of(get); // the compiler is not asked: the constructor has no parameters
    }

    /// <summary>Makes the function that reads a property of the views of one type.</summary>
    private interface IReader
    {
        Func<object, object?> Of(MethodInfo property);
    }

    private sealed class Single<TView, T> : IReader where TView : class where T : class
    {
        public Func<object, object?> Of(MethodInfo property)
        {
            var get = property.CreateDelegate<Func<TView, T?>>();
            return view => get((TView)view);
        }
    }

    private sealed class List<TView, T> : IReader where TView : class where T : class
    {
        public Func<object, object?> Of(MethodInfo property)
        {
            var get = property.CreateDelegate<Func<TView, ImmutableArray<T>>>();
            return view => ImmutableCollectionsMarshal.AsArray(get((TView)view));
        }
    }

    private sealed class Flag<TView> : IReader where TView : class
    {
        public Func<object, object?> Of(MethodInfo property)
        {
            var get = property.CreateDelegate<Func<TView, bool>>();
            return view => get((TView)view) ? True : null;
        }
    }

    private sealed class Number<TView> : IReader where TView : class
    {
        public Func<object, object?> Of(MethodInfo property)
        {
            var get = property.CreateDelegate<Func<TView, int>>();
            return view => get((TView)view).ToString(CultureInfo.InvariantCulture);
        }
    }
}
