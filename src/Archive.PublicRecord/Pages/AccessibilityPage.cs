using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>What people can expect of these pages who read them by ear, by keyboard, enlarged or in their own colours.</summary>
public static class AccessibilityPage
{
    public static readonly SitePath Path = SitePath.Page("accessibility");

    private static readonly Template<AccessibilityView> Template = new("public/accessibility");

    public static Page Plan(PublicHistory history, SiteAddress address) => Page.Of(Path, Template, () =>
        new(PageFrame.Of(history, address, Path, $"Accessibility · {history.Title}", "How these pages can be read, how that is tested, and whom to tell when something is in the way."), history.Contact?.AbsoluteUri, history.Contact is { Scheme: "mailto" } mail ? mail.AbsoluteUri["mailto:".Length..] : history.Contact?.AbsoluteUri ?? "", history.HasSearch));
}

/// <param name="Contact">An address to write to; null where none is configured.</param>
/// <param name="ContactWords">The same for people.</param>
/// <param name="HasSearch">Whether there is a search page, the one with a script.</param>
public sealed record AccessibilityView(PageFrame Frame, string? Contact, string ContactWords, bool HasSearch);
