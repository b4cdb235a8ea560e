using System.Reflection;

namespace Archive.Benchmarks;

/// <summary>Finds the type that the runtime calls <c>Outer+Inner`1[Argument,Other`1[…]]</c> in its home, and its arguments among assemblies.</summary>
/// <remarks>Has state because it walks through a name.</remarks>
internal sealed class GenericTypeName(string name, Assembly home, IReadOnlyCollection<Assembly> assemblies)
{
    private int _at;

    /// <summary>Null where a part of the name is in none of them.</summary>
    public Type? Find()
    {
        var start = _at;
        while (_at < name.Length && name[_at] is not ('[' or ']' or ',')) _at++;
        var type = start == 0 ? home.GetType(name[.._at]) : Named(name[start.._at]);
        while (type is not null && _at < name.Length && name[_at] == '[') type = name[_at + 1] is ']' ? ArrayOf(type) : Filled(type);
        return type;
    }

    private Type ArrayOf(Type item)
    {
        _at += "[]".Length;
        return item.MakeArrayType();
    }

    private Type? Filled(Type generic)
    {
        var arguments = new List<Type>();
        do
        {
            _at++; // the bracket, or a comma
            if (Find() is not { } argument) return null;
            arguments.Add(argument);
        }
        while (name[_at] == ',');
        _at++;
        return generic.MakeGenericType([.. arguments]);
    }

    private Type? Named(string simple) => assemblies.Select(a => a.GetType(simple)).FirstOrDefault(t => t is not null);
}
