using System.Globalization;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A number of a drawing, to a tenth, without needless zeros: <c>12</c>, <c>-0.5</c>.</summary>
/// <remarks>It writes itself: a page has a hundred of them, and formatting doubles would be a third of its cost.</remarks>
public readonly record struct SvgTenths : IPlainHtml
{
    private readonly int _tenths;

    public SvgTenths(double value) => _tenths = (int)Math.Round(value * 10);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var (tenths, at) = (Math.Abs(_tenths), 0);
        bytesWritten = 0;
        if (utf8Destination.Length < 16) return false; // as long as the longest
        if (_tenths < 0) utf8Destination[at++] = (byte)'-';
        (tenths / 10).TryFormat(utf8Destination[at..], out var digits, default, CultureInfo.InvariantCulture);
        at += digits;
        if (tenths % 10 > 0) (utf8Destination[at++], utf8Destination[at++]) = ((byte)'.', (byte)('0' + tenths % 10));
        bytesWritten = at;
        return true;
    }

    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[16];
        TryFormat(utf8, out var length, default, null);
        return System.Text.Encoding.ASCII.GetString(utf8[..length]);
    }
}
