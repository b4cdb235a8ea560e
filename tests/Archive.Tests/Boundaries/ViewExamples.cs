using System.Collections.Immutable;
using System.Reflection;

namespace Archive.Tests.Boundaries;

/// <summary>Makes the fullest and the emptiest value that a view's type allows, so that a template can be tried with both.</summary>
internal static class ViewExamples
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Everything that may be absent is there; every list has two members; every flag is set.</summary>
    public static object Fullest(Type type) => Make(type, full: true);

    /// <summary>Everything that may be absent is; every list and text is empty; no flag is set.</summary>
    public static object Emptiest(Type type) => Make(type, full: false);

    private static object Make(Type type, bool full)
    {
        if (type == typeof(string)) return full ? "text <&> \"text\"" : "";
        if (type == typeof(bool)) return full;
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(full ? 7 : 0, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateOnly)) return full ? new DateOnly(2026, 4, 25) : DateOnly.MinValue;
        if (type.IsEnum) return type.GetEnumValues().GetValue(full ? type.GetEnumValues().Length - 1 : 0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return ListOf(type.GetGenericArguments()[0], full);
        return RecordOf(type, full);
    }

    private static object ListOf(Type member, bool full)
    {
        var members = Array.CreateInstance(member, full ? 2 : 0);
        for (var i = 0; i < members.Length; i++) members.SetValue(Make(member, full), i);
        return typeof(ViewExamples).GetMethod(nameof(ImmutableOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(member).Invoke(null, [members])!;
    }

    private static ImmutableArray<T> ImmutableOf<T>(T[] members) => [.. members];

    private static object RecordOf(Type type, bool full)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).Last();
        var view = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, Nullability.Create(p), full))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && constructor.GetParameters().Length == 0))
            property.SetValue(view, Value(property.PropertyType, Nullability.Create(property), full));
        return view;
    }

    private static object? Value(Type type, NullabilityInfo nullability, bool full)
    {
        var mayBeAbsent = Nullable.GetUnderlyingType(type) is not null || nullability.ReadState == NullabilityState.Nullable;
        return mayBeAbsent && !full ? null : Make(Nullable.GetUnderlyingType(type) ?? type, full);
    }
}
