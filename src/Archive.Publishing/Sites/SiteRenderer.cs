using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Archive.Publishing.Templates;

namespace Archive.Publishing.Sites;

/// <summary>Makes planned pages into bytes.</summary>
public static class SiteRenderer
{
    /// <summary>So many pages are taken at a time: neighbours share a folder, and few are left to one worker at the end.</summary>
    private const int RunLength = 16;

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
        var runs = new PageRuns(site.Pages, workers);
        ExceptionDispatchInfo? failure = null;
        Parallel.For(0, workers, new() { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var buffer = new PageBuffer();
            try
            {
                while (Volatile.Read(ref failure) is null && runs.TryTake(out var pages))
                {
                    foreach (var page in pages) use(page, buffer.Rendered(page, templates));
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

    /// <summary>Deals out runs of neighbours, one after the other from each of several stretches of the site.</summary>
    /// <remarks>
    /// Workers are mostly at different stretches, and so in different folders: two that make files in one folder wait for each other in the kernel.
    /// Has state because it counts what was taken; several threads may take at once.
    /// </remarks>
    private sealed class PageRuns(ImmutableArray<Page> pages, int stretches)
    {
        private readonly int _runsPerStretch = (pages.Length + RunLength * stretches - 1) / (RunLength * stretches);
        private int _taken;

        public bool TryTake(out ReadOnlySpan<Page> run)
        {
            var number = Interlocked.Increment(ref _taken) - 1;
            var start = Math.Min(pages.Length, (number % stretches * _runsPerStretch + number / stretches) * RunLength);
            run = pages.AsSpan(start, Math.Min(RunLength, pages.Length - start)); // none at the end of the last stretch
            return number < _runsPerStretch * stretches;
        }
    }
}
