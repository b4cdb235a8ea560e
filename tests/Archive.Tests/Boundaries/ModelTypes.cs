using System.Reflection;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Tests.Boundaries;

/// <summary>The types that the internal model is made of.</summary>
internal static class ModelTypes
{
    private static readonly HashSet<Type> Texts = [typeof(string), typeof(Uri), typeof(HtmlText), typeof(SourceLocation), typeof(DocumentLink)];

    /// <summary>A type of the model and every type of the model that its properties reach.</summary>
    public static IReadOnlyCollection<Type> Of(Type root)
    {
        var found = new HashSet<Type>();
        Walk(root, found);
        return found;
    }

    /// <summary>Whether a value of the type is text, or a collection of texts.</summary>
    public static bool HoldsText(Type type) => Texts.Contains(type) || type.GetGenericArguments().Any(HoldsText);

    private static void Walk(Type type, HashSet<Type> found)
    {
        foreach (var argument in type.GetGenericArguments()) Walk(argument, found);
        if (type.Assembly != typeof(IncidentArchive).Assembly || type.IsEnum || !found.Add(type)) return;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)) Walk(property.PropertyType, found);
    }
}
