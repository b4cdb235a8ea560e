using System.Buffers;

namespace Archive.Publishing.Sites;

/// <summary>The bytes of a page as it grows: a stream, and a place that writers fill without a buffer of their own in between.</summary>
/// <remarks>Has state because it is used again for every page of one worker. Its memory is borrowed, so that a page that outgrows it leaves no garbage.</remarks>
internal sealed class PageBytes : Stream, IBufferWriter<byte>
{
    private const int FirstCapacity = 64 * 1024;

    /// <summary>A larger page is rare, the list of all action items of thousands of postmortems: its memory is not kept for the pages after it.</summary>
    private const int LargestKept = 4 * 1024 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Room for at least so many bytes, which <see cref="Advance"/> then counts.</summary>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_bytes.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // there is nothing behind it
    }

    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > LargestKept) Exchange(FirstCapacity);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count) Grow(count);
    }

    /// <summary>Apart, so that asking whether there is room stands where it is asked.</summary>
    private void Grow(int count)
    {
        Exchange(checked((int)Math.Max(2L * _bytes.Length, (long)_length + count)));
    }

    private void Exchange(int capacity)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(capacity);
        Written.Span.CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            (_bytes, _length) = ([], 0);
        }
        base.Dispose(disposing);
    }
}
