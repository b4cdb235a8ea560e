using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>An entry of <c>services.yml</c> as written.</summary>
public sealed class ServiceDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<string>? Name { get; set; }

    public Located<string>? Team { get; set; }

    public Located<string>? PublicName { get; set; }

    public Located<string>? PublicId { get; set; }

    public Located<string>? PublicGroup { get; set; }

    public Located<string>? PublicDescription { get; set; }

    public Located<DateOnly>? PublicSince { get; set; }

    public Located<int>? Tier { get; set; }

    public Located<Uri>? Repo { get; set; }

    public ImmutableArray<Located<string>> Paths { get; set; } = [];

    public ImmutableArray<Located<string>> Aliases { get; set; } = [];

    public Located<string>? Description { get; set; }
}

/// <summary>An entry of <c>failure-classes.yml</c> as written.</summary>
public sealed class FailureClassDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<string>? Name { get; set; }

    public Located<string>? Description { get; set; }

    public ImmutableArray<Located<string>> Aliases { get; set; } = [];
}

/// <summary>The front matter of a page of <c>pages/</c> as written.</summary>
public sealed class HandbookPageDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Title { get; set; }

    public Located<int>? Order { get; set; }
}

/// <summary>The keys of the two catalogues and of handbook pages.</summary>
internal static class CatalogueShapes
{
    private const string IdHelp = "As written in postmortems and addresses: letters, digits and hyphens.";

    private static readonly MapShape<ServiceDraft> Service = new MapShape<ServiceDraft>("a service", "Something that can fail, and a team that answers for it.")
        .With("id", Shapes.Text, (d, v) => d.Id = v, IdHelp, isRequired: true)
        .With("name", Shapes.Text, (d, v) => d.Name = v, "As shown; the id where left out.")
        .With("team", Shapes.Text, (d, v) => d.Team = v, "The team that answers for it.")
        .With("public_name", Shapes.Text, (d, v) => d.PublicName = v, "What the public may call it. Without one it is never named in public.")
        .With("public_id", Shapes.TextLike(Vocabularies.PublicIdPattern), (d, v) => d.PublicId = v, "Twelve characters of a-z and 0-9 by which programs know it. Write it before you change the public name; made of the name where left out.")
        .With("public_group", Shapes.Text, (d, v) => d.PublicGroup = v, "What it stands under on the status page.")
        .With("public_description", Shapes.Text, (d, v) => d.PublicDescription = v, "What it does, for customers: a sentence.")
        .With("public_since", Shapes.Date, (d, v) => d.PublicSince = v, "The day since which customers have it.")
        .With("tier", Shapes.Integer, (d, v) => d.Tier = v, "0 is the most critical.")
        .With("repo", Shapes.Address, (d, v) => d.Repo = v, "Where its source is.")
        .With("paths", Shapes.ListOf(Shapes.Text), (d, v) => d.Paths = v.Value, "Globs of its source files.")
        .With("aliases", Shapes.ListOf(Shapes.Text), (d, v) => d.Aliases = v.Value, "Other words for it.")
        .With("description", Shapes.Text, (d, v) => d.Description = v, "What it does: a sentence.");

    private static readonly MapShape<FailureClassDraft> FailureClass = new MapShape<FailureClassDraft>("a failure class", "A way in which things fail, by mechanism and not by symptom.")
        .With("id", Shapes.Text, (d, v) => d.Id = v, IdHelp, isRequired: true)
        .With("name", Shapes.Text, (d, v) => d.Name = v, "As shown; the id where left out.")
        .With("description", Shapes.Text, (d, v) => d.Description = v, "How one knows it: a sentence.")
        .With("aliases", Shapes.ListOf(Shapes.Text), (d, v) => d.Aliases = v.Value, "Other words for it.");

    /// <summary>The whole of <c>services.yml</c>: a list.</summary>
    public static Shape<ImmutableArray<Located<ServiceDraft>>> Services { get; } = Shapes.ListOf(Service.AsShape());

    /// <summary>The whole of <c>failure-classes.yml</c>: a list.</summary>
    public static Shape<ImmutableArray<Located<FailureClassDraft>>> FailureClasses { get; } = Shapes.ListOf(FailureClass.AsShape());

    public static MapShape<HandbookPageDraft> HandbookPage { get; } = new MapShape<HandbookPageDraft>("a page", "The front matter of a page of the handbook.")
        .With("title", Shapes.Text, (d, v) => d.Title = v, "Its heading.", isRequired: true)
        .With("order", Shapes.Integer, (d, v) => d.Order = v, "Where it stands among the others: lower first; 0 where left out.");
}
