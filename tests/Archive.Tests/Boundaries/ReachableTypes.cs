using System.Reflection;
using Archive.Publishing.Templates;

namespace Archive.Tests.Boundaries;

/// <summary>Every type that can be reached from a type through its public properties.</summary>
internal static class ReachableTypes
{
    private static readonly HashSet<Type> Plain =
        [typeof(string), typeof(bool), typeof(byte), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Uri)];

    /// <summary>The views of all templates that an assembly names, by the template's name.</summary>
    public static IEnumerable<(string Template, Type View)> ViewsOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Template<>)
        let name = (string)field.FieldType.GetProperty("Name")!.GetValue(field.GetValue(null))!
        select (name, field.FieldType.GetGenericArguments()[0]);

    /// <summary>What is reached and neither declared in an allowed assembly nor plain, as <c>Owner.Property: Type</c>.</summary>
    public static IReadOnlyList<string> Strangers(Type root, IReadOnlyCollection<Assembly> allowed)
    {
        var strangers = new List<string>();
        Walk(root, root.Name, allowed, [], strangers);
        return strangers;
    }

    private static void Walk(Type type, string where, IReadOnlyCollection<Assembly> allowed, HashSet<Type> seen, List<string> strangers)
    {
        if (!seen.Add(type) || Plain.Contains(type)) return;
        if (type.IsGenericType && type.Namespace!.StartsWith("System", StringComparison.Ordinal) && type != typeof(object))
        {
            foreach (var argument in type.GetGenericArguments()) Walk(argument, where, allowed, seen, strangers);
        }
        else if (!allowed.Contains(type.Assembly))
        {
            strangers.Add($"{where}: {type}");
        }
        else if (!type.IsEnum)
        {
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                Walk(property.PropertyType, $"{type.Name}.{property.Name}", allowed, seen, strangers);
        }
    }
}
