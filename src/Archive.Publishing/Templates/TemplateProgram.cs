namespace Archive.Publishing.Templates;

/// <summary>A template and its partials as one list of steps: a page is one loop, and not a call for each of its parts.</summary>
/// <param name="steps">In the order of the template; blocks jump.</param>
/// <param name="scopes">How many loops and partials stand in one another at most, the page itself among them.</param>
internal sealed class TemplateProgram(TemplateStep[] steps, int scopes)
{
    /// <exception cref="NothingOnTheWayException">A view on the way to a value is null.</exception>
    public void Write(object view, HtmlWriter to)
    {
        var open = new TemplateScope[scopes];
        open[0].Enter(view);
        for (var at = 0; at < steps.Length; at++)
        {
            ref readonly var step = ref steps[at];
            if (step.Before.Length > 0) to.Write(step.Before);
            if (!step.TryPass(open, to)) at += step.Jump;
        }
    }
}
