using Archive.Incidents.Drafting;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The JSON Schemas that editors complete the input files by.</summary>
public static class SchemaPages
{
    public static IEnumerable<Page> Plan() =>
        from schema in SchemaFiles.All
        select Page.OfText(Path(schema), to => to.Write(schema.Json()));

    public static SitePath Path(SchemaFile schema) => SitePath.OfFile($"schema/{schema.Name}");
}
