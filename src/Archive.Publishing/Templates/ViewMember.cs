using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Archive.Publishing.Templates;

/// <summary>A property of a view, read without reflection: a text, a list as its array, <c>true</c> or null for a flag, a number, or another view.</summary>
/// <param name="type">Of the value; of the items where it is a list.</param>
/// <param name="isList">Whether the value is the array of a list.</param>
/// <remarks>Has state because it is made by its type before it knows its property.</remarks>
internal abstract class ViewMember(Type type, bool isList)
{
    private static readonly object True = true;

    public Type Type => type;

    public bool IsList => isList;

    /// <summary>The value for a view.</summary>
    public abstract object? Get(object view);

    /// <summary>Whether the value is there, and neither empty nor false.</summary>
    public virtual bool Holds(object view) => Get(view) is not null;

    /// <summary>Writes the value, which is one that <see cref="IsText"/>.</summary>
    public virtual void WriteText(object view, HtmlWriter to) => throw new InvalidOperationException($"{Type} is no text.");

    /// <summary>What a list's items are, or a value itself: one that can be written as it is.</summary>
    public static bool IsText(Type type) => type == typeof(string) || IsNumber(type);

    /// <summary>The property that a name means, without regard to case; null where there is none, or one of another kind than those above.</summary>
    public static ViewMember? Find(Type view, string name)
    {
        var found = view.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found is [{ GetMethod: { } get } property] && view.IsSealed && view.IsClass && view != typeof(string) ? Of(property.PropertyType, get) : null;
    }

    private static ViewMember? Of(Type type, MethodInfo get)
    {
        if (type == typeof(bool)) return Reader(typeof(Flag<>), get);
        if (type == typeof(string)) return Reader(typeof(Text<>), get);
        if (type == typeof(int)) return Reader(typeof(Number<>), get);
        if (IsNumber(type)) return Reader(typeof(Plain<,>), get, type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return type.GenericTypeArguments[0] is var item && IsShown(item) ? Reader(typeof(List<,>), get, item) : null;
        return IsShown(type) ? Reader(typeof(Single<,>), get, type) : null;
    }

    private static bool IsShown(Type type) => type == typeof(string) || (type.IsClass && type.IsSealed && !typeof(IEnumerable).IsAssignableFrom(type));

    /// <summary>What writes itself as UTF-8: whole numbers, and values of views that do.</summary>
    private static bool IsNumber(Type type) => type == typeof(int) || (type.IsValueType && typeof(IPlainHtml).IsAssignableFrom(type));

    private static ViewMember Reader(Type reader, MethodInfo get, params Type[] values)
    {
        var view = get.DeclaringType!; // a property's method has one
        var member = (ViewMember)Activator.CreateInstance(reader.MakeGenericType([view, .. values]))!; // the compiler is not asked: the constructor has no parameters
        member.Bind(get);
        return member;
    }

    /// <summary>Says which property is read; done once, before anything else.</summary>
    protected abstract void Bind(MethodInfo property);

    // A template is made for the type of its view, so that no reader asks again what it is given: that costs more than to read.

    private sealed class Text<TView>() : ViewMember(typeof(string), isList: false) where TView : class
    {
        private Func<TView, string?> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, string?>>();

        public override object? Get(object view) => _get(Unsafe.As<TView>(view));

        public override bool Holds(object view) => _get(Unsafe.As<TView>(view)) is { Length: > 0 };

        public override void WriteText(object view, HtmlWriter to) => to.WriteText(_get(Unsafe.As<TView>(view)));
    }

    private sealed class Single<TView, T>() : ViewMember(typeof(T), isList: false) where TView : class where T : class
    {
        private Func<TView, T?> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, T?>>();

        public override object? Get(object view) => _get(Unsafe.As<TView>(view));
    }

    private sealed class List<TView, T>() : ViewMember(typeof(T), isList: true) where TView : class where T : class
    {
        private Func<TView, ImmutableArray<T>> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, ImmutableArray<T>>>();

        public override object? Get(object view) => ImmutableCollectionsMarshal.AsArray(_get(Unsafe.As<TView>(view)));

        public override bool Holds(object view) => !_get(Unsafe.As<TView>(view)).IsDefaultOrEmpty;
    }

    private sealed class Flag<TView>() : ViewMember(typeof(bool), isList: false) where TView : class
    {
        private Func<TView, bool> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, bool>>();

        public override object? Get(object view) => Holds(view) ? True : null;

        public override bool Holds(object view) => _get(Unsafe.As<TView>(view));
    }

    private sealed class Number<TView>() : ViewMember(typeof(int), isList: false) where TView : class
    {
        private Func<TView, int> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, int>>();

        public override object? Get(object view) => _get(Unsafe.As<TView>(view)).ToString(CultureInfo.InvariantCulture);

        public override void WriteText(object view, HtmlWriter to) => to.Write(_get(Unsafe.As<TView>(view)));
    }

    private sealed class Plain<TView, T>() : ViewMember(typeof(T), isList: false) where TView : class where T : struct, IPlainHtml
    {
        private Func<TView, T> _get = null!; // bound as soon as it is made

        protected override void Bind(MethodInfo property) => _get = property.CreateDelegate<Func<TView, T>>();

        public override object? Get(object view) => _get(Unsafe.As<TView>(view)).ToString();

        public override void WriteText(object view, HtmlWriter to) => to.Write(_get(Unsafe.As<TView>(view)));
    }
}
