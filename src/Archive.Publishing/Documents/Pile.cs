using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Publishing.Documents;

/// <summary>Things of which the last become a list, again and again: what a reader of nested lists has read of those that are not at their end.</summary>
/// <remarks>Has state: it grows, in an array that is lent and must be returned. Not to be copied.</remarks>
internal struct Pile<T>()
{
    private T[] _things = ArrayPool<T>.Shared.Rent(64);

    public int Count { get; private set; }

    public readonly T this[int index] => _things[index];

    public void Add(T thing)
    {
        if (Count == _things.Length)
        {
            var more = ArrayPool<T>.Shared.Rent(2 * Count);
            _things.CopyTo(more);
            Return();
            _things = more;
        }
        _things[Count++] = thing;
    }

    /// <summary>The things from one on, which are then no part of it.</summary>
    public ImmutableArray<T> TakeFrom(int first)
    {
        var taken = ImmutableArray.Create(_things.AsSpan(first, Count - first));
        Count = first;
        return taken;
    }

    public readonly void Return() => ArrayPool<T>.Shared.Return(_things, clearArray: true);
}
