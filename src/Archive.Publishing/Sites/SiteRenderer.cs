using System.Runtime.ExceptionServices;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Sites;

/// <summary>Makes planned pages into bytes.</summary>
public static class SiteRenderer
{
    /// <summary>So many pages are taken at a time: neighbours share a folder, and few are left to one worker at the end.</summary>
    private const int PagesAtATime = 16;

    /// <summary>One page, for somebody who asked for it.</summary>
    public static byte[] Render(Page page, TemplateSet templates)
    {
        using var buffer = new PageBuffer();
        return buffer.Rendered(page, templates).ToArray();
    }

    /// <summary>All pages, in parallel and in no order.</summary>
    /// <param name="use">Called from several threads. The bytes are valid until it returns.</param>
    /// <exception cref="TemplateException">A page cannot be rendered. What <paramref name="use"/> throws comes out as it is, too.</exception>
    public static void RenderAll(Site site, TemplateSet templates, Action<Page, ReadOnlyMemory<byte>> use)
    {
        var workers = Math.Clamp(Environment.ProcessorCount, 2, 16);
        var taken = 0;
        ExceptionDispatchInfo? failure = null;
        Parallel.For(0, workers, new() { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var buffer = new PageBuffer();
            try
            {
                while (Volatile.Read(ref failure) is null)
                {
                    var end = Interlocked.Add(ref taken, PagesAtATime);
                    if (end - PagesAtATime >= site.Pages.Length) return;
                    foreach (var page in site.Pages.AsSpan(end - PagesAtATime, Math.Min(PagesAtATime, site.Pages.Length - end + PagesAtATime)))
                        use(page, buffer.Rendered(page, templates));
                }
            }
            catch (Exception e)
            {
                // the first of several stops the others, and comes out without a wrapping
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        });
        failure?.Throw();
    }
}
