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
        return ((IReader)Activator.CreateInstance(reader.MakeGenericType([view, .. values]), get)!).Read; // a class with a constructor for it
    }

    private interface IReader
    {
        object? Read(object view);
    }

    private sealed class Single<TView, T>(MethodInfo get) : IReader where TView : class where T : class
    {
        private readonly Func<TView, T?> _get = get.CreateDelegate<Func<TView, T?>>();

        public object? Read(object view) => _get((TView)view);
    }

    private sealed class List<TView, T>(MethodInfo get) : IReader where TView : class where T : class
    {
        private readonly Func<TView, ImmutableArray<T>> _get = get.CreateDelegate<Func<TView, ImmutableArray<T>>>();

        public object? Read(object view) => ImmutableCollectionsMarshal.AsArray(_get((TView)view));
    }

    private sealed class Flag<TView>(MethodInfo get) : IReader where TView : class
    {
        private readonly Func<TView, bool> _get = get.CreateDelegate<Func<TView, bool>>();

        public object? Read(object view) => _get((TView)view) ? True : null;
    }

    private sealed class Number<TView>(MethodInfo get) : IReader where TView : class
    {
        private readonly Func<TView, int> _get = get.CreateDelegate<Func<TView, int>>();

        public object? Read(object view) => _get((TView)view).ToString(CultureInfo.InvariantCulture);
    }
}
