using System.Text;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Sites;

/// <summary>Where a page is rendered to before it becomes a file or an answer.</summary>
/// <remarks>Has state because it is used again for every page of one worker: a fresh writer per page would double the garbage.</remarks>
public sealed class PageBuffer : IDisposable
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly PageBytes _bytes = new();
    private StreamWriter? _text;
    private PageBuffer? _aside;

    public PageBuffer() => Html = new(_bytes);

    /// <summary>For the templates that need no more. Do not mix with <see cref="Text"/> on one page.</summary>
    internal HtmlWriter Html { get; }

    /// <summary>For text: UTF-8 without a byte order mark, lines ending in <c>\n</c>.</summary>
    public TextWriter Text => _text ??= new(_bytes, Utf8, 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>For bytes. Do not mix with <see cref="Text"/> on one page.</summary>
    internal PageBytes Bytes => _bytes;

    /// <summary>Another buffer, empty, for what stands in a page in another form than it is rendered in.</summary>
    internal PageBuffer Aside
    {
        get
        {
            _aside ??= new();
            _aside.Clear();
            return _aside;
        }
    }

    /// <summary>What the page has written. Valid until the next call of <see cref="Rendered"/>.</summary>
    public ReadOnlyMemory<byte> Rendered(Page page, TemplateSet templates)
    {
        Clear(); // what a page that failed has left
        page.Render(templates, this);
        return Written();
    }

    /// <summary>What has been written since the buffer was last empty. Valid until more is written.</summary>
    public ReadOnlyMemory<byte> Written()
    {
        _text?.Flush();
        return _bytes.Written;
    }

    /// <summary>Forgets what a page has written.</summary>
    internal void Clear()
    {
        _text?.Flush();
        _bytes.Clear();
    }

    public void Dispose()
    {
        _text?.Dispose();
        _bytes.Dispose();
        _aside?.Dispose();
    }
}
