using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using HandlebarsDotNet;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace Archive.Publishing.Templates;

/// <summary>How templates read views: like Handlebars.Net does, except that a default <see cref="ImmutableArray{T}"/> is an empty one.</summary>
internal sealed class ViewDescriptors : IObjectDescriptorProvider
{
    private readonly ObjectDescriptorProvider _builtIn = new([]);

    public bool TryGetDescriptor(Type type, [NotNullWhen(true)] out ObjectDescriptor? value)
    {
        value = null;
        if (typeof(IEnumerable).IsAssignableFrom(type) || type.Assembly == typeof(Handlebars).Assembly || type.Assembly == typeof(object).Assembly) return false;
        if (!_builtIn.TryGetDescriptor(type, out var builtIn)) return false;
        value = new(type, new ViewMembers(builtIn.MemberAccessor), builtIn.GetProperties, self => new ObjectIterator(self), builtIn.Dependencies);
        return true;
    }

    private sealed class ViewMembers(IMemberAccessor builtIn) : IMemberAccessor
    {
        private static readonly ConcurrentDictionary<Type, object> Defaults = new();

        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            if (!builtIn.TryGetValue(instance, memberName, out value)) return false;
            if (value is IList and ValueType && value.Equals(Defaults.GetOrAdd(value.GetType(), RuntimeHelpers.GetUninitializedObject))) value = null;
            return true;
        }
    }
}
