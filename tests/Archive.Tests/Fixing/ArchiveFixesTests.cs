using System.Text;
using Archive.Incidents.Fixing;
using Archive.Tests.Boundaries;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Fixing;

public sealed class ArchiveFixesTests
{
    private const string Head = "# yaml-language-server: $schema=x\nid: INC-042\ntitle: A\nstatus: draft\nseverity: sev2\nservices: [shop]\n";

    [Theory]
    [InlineData("severity: sev2", "severity: SEV-2", "severity: sev2")]
    [InlineData("severity: sev2", "severity: \"s2\" # sure?", "severity: \"sev2\" # sure?")]
    [InlineData("services: [shop]", "services: [ 'till',  shop ]", "services: [ 'shop',  shop ]")]
    [InlineData("services: [shop]", "services: till", "services: [shop]")]
    [InlineData("services: [shop]", "services: shop, shop2  # two", "services: [shop, shop2]  # two")]
    [InlineData("title: A", "titel: A", "title: A")]
    public void What_can_mean_one_thing_is_written_so(string right, string written, string mended) =>
        Assert.Equal(Head.Replace(right, mended, StringComparison.Ordinal), Fixed(Head.Replace(right, written, StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026/04/25", "2026-04-25")]
    [InlineData("25 April 2026", "2026-04-25")]
    [InlineData("Apr 5, 2026", "2026-04-05")]
    [InlineData("2026-4-5", "2026-04-05")]
    [InlineData("\"20260425\"", "\"2026-04-25\"")]
    [InlineData("04/05/2026", "04/05/2026")]
    [InlineData("soon", "soon")]
    public void A_day_is_written_as_ISO_8601_where_it_can_mean_one_day_only(string written, string mended) =>
        Assert.Equal($"{Head}published_on: {mended}\n", Fixed($"{Head}published_on: {written}\n"));

    [Theory]
    [InlineData("2026/04/25 14:02 UTC", "2026-04-25T14:02:00Z")]
    [InlineData("2026-04-25T14:02:30+0200", "2026-04-25T14:02:30+02:00")]
    [InlineData("2026-04-25 14:02Z", "2026-04-25 14:02Z")]
    [InlineData("2026-04-25 14:02", "2026-04-25 14:02")]
    public void A_moment_gets_its_form_and_never_its_offset(string written, string mended) =>
        Assert.Equal($"{Head}times:\n  started: {mended}\n", Fixed($"{Head}times:\n  started: {written}\n"));

    [Fact]
    public void Items_without_an_id_get_the_next_free_one()
    {
        var mended = Fixed($"{Head}action_items:\n  - title: One\n    owner: x\n  - {{ title: Two }}\n  - {{ id: AI-1, title: Three }}\n");
        Assert.Equal($"{Head}action_items:\n  - id: AI-2\n    title: One\n    owner: x\n  - {{ id: AI-3, title: Two }}\n  - {{ id: AI-1, title: Three }}\n", mended);
    }

    [Fact]
    public void Keys_come_into_order_with_their_comments_and_unknown_ones_stay_behind_their_neighbour()
    {
        var mended = Fixed("# about the file\ntitle: A\n# why so bad\nseverity: sev2\n\nx-own: [1,\n  2]\nid: INC-042   # taken\nstatus: draft\n");
        Assert.Equal("# about the file\nid: INC-042   # taken\ntitle: A\nstatus: draft\n# why so bad\nseverity: sev2\n\nx-own: [1,\n  2]\n", mended);
    }

    [Theory]
    [InlineData("title: A\nauthor: x\nauthors: [y]\n")]
    [InlineData("title: A\nautors: x\nauthor: y\n")]
    [InlineData("services: a, [b\n")]
    [InlineData("error_signatures: a, b\n")]
    [InlineData("title: [broken\n")]
    [InlineData("title: &a A\n")]
    [InlineData("summary: >-\n  25 April\n  2026\n")]
    public void What_could_mean_two_things_is_left_alone(string yaml) => Assert.Equal(yaml, Fixed(yaml));

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public void Everything_else_keeps_its_bytes(string lineEnd, bool hasMark)
    {
        const string Odd = "---\nid: INC-042\ntitle:   'A'    # a   comment \nseverity: SEV2\nservices: [shop]\nstatus:\tdraft\n--- \n\n##  Body\t\nseverity: SEV2\n\n\n";
        using var folder = SoundArchive.Whole.OnDisk();
        var text = Odd.Replace("status:\t", "status: ", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);
        var file = folder.File($"input/{SoundArchive.Later}");
        File.WriteAllBytes(file, [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
        var fix = Assert.Single(ArchiveFixes.Of(folder.File("input"), SoundArchive.Today, () => "k3v9x0q2m7ab"));
        var expected = "---\nid: INC-042\ntitle:   'A'    # a   comment \nstatus: draft\nseverity: sev2\nservices: [shop]\n--- \n\n##  Body\t\nseverity: SEV2\n\n\n".Replace("\n", lineEnd, StringComparison.Ordinal);
        Assert.Equal([.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(expected)], fix.Bytes);
    }

    [Fact]
    public void A_public_note_without_an_id_gets_one()
    {
        var archive = SoundArchive.Whole.With(SoundArchive.Note, SoundArchive.Whole[SoundArchive.Note].Replace("public_id: k3v9x0q2m7ab\n", "", StringComparison.Ordinal));
        using var folder = archive.OnDisk();
        var fix = Assert.Single(ArchiveFixes.Of(folder.File("input"), SoundArchive.Today, () => "k3v9x0q2m7ab"));
        Assert.Equal(SoundArchive.Whole[SoundArchive.Note], fix.After);
    }

    [Fact]
    public void The_sample_has_nothing_to_mend() =>
        Assert.Empty(ArchiveFixes.Of(Path.Combine(Repository.Root, "input"), SoundArchive.Today, () => "k3v9x0q2m7ab"));

    /// <summary>The keys after one run; a second run changes nothing more.</summary>
    private static string Fixed(string keys)
    {
        var archive = SoundArchive.Whole.With("services.yml", "- id: shop\n  aliases: [till]\n").With(SoundArchive.Later, $"---\n{keys}---\n\n## Summary\n\nA.\n");
        using var folder = archive.OnDisk();
        var fixes = ArchiveFixes.Of(folder.File("input"), SoundArchive.Today, () => "k3v9x0q2m7ab");
        if (fixes.IsEmpty) return keys;
        var once = Assert.Single(fixes).After;
        File.WriteAllText(folder.File($"input/{SoundArchive.Later}"), once);
        Assert.Empty(ArchiveFixes.Of(folder.File("input"), SoundArchive.Today, () => "zzzzzzzzzzzz"));
        return once[4..once.IndexOf("---\n\n## Summary", StringComparison.Ordinal)];
    }
}
