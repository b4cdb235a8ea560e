using System.Collections.Concurrent;
using System.Text;
using Archive.Publishing.Files;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Publishing.Files;

public sealed class SiteWriterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("site-writer-").FullName;

    private string Folder => Path.Combine(_root, "output", "internal");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_that_was_not_there_holds_the_site()
    {
        var size = Write(("index.html", "home"), ("services/identity/index.html", "größe"), ("api/x.json", "{}"));
        Assert.Equal(new(3, 4 + 7 + 2), size);
        Assert.Equal(["api/x.json={}", "index.html=home", "services/identity/index.html=größe"], Written(Folder));
    }

    [Fact]
    public void Files_that_no_longer_belong_are_gone()
    {
        Write(("index.html", "old"), ("gone/index.html", "x"), ("turned", "into a folder"));
        File.WriteAllText(Path.Combine(Folder, "stray.txt"), "left by hand");
        Write(("index.html", "new"), ("turned/index.html", "y"));
        Assert.Equal(["index.html=new", "turned/index.html=y"], Written(Folder));
    }

    [Fact]
    public void Nothing_is_left_beside_the_site_but_its_lock()
    {
        Write(("index.html", "1"));
        Write(("index.html", "2"));
        Assert.Equal([".internal.lock", "internal"], Names(Path.Combine(_root, "output")));
    }

    [Fact]
    public void Names_with_spaces_and_umlauts_are_written_as_they_are()
    {
        Write(("assets/Größe des Ausfalls.png", "p"), ("障害/index.html", "q"));
        Assert.Equal(["assets/Größe des Ausfalls.png=p", "障害/index.html=q"], Written(Folder));
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_written_again()
    {
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Write(("same.txt", "same"), ("shorter.txt", "1234"), ("other.txt", "abcd"));
        foreach (var file in Directory.EnumerateFiles(Folder)) File.SetLastWriteTimeUtc(file, longAgo);
        Write(("same.txt", "same"), ("shorter.txt", "123"), ("other.txt", "abce"));
        Assert.Equal(["other.txt=abce", "same.txt=same", "shorter.txt=123"], Written(Folder));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(["same.txt"], Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) == longAgo).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(Folder);
        Write(("index.html", "home"));
        Assert.Equal(["index.html=home"], Written(Folder));
    }

    [Fact]
    public void A_site_of_many_pages_is_whole()
    {
        var pages = Enumerable.Range(0, 1000).Select(i => ($"p/{i % 37}/{i}/index.html", new string('x', i))).ToArray();
        var size = Write(pages);
        Assert.Equal(new(1000, 499_500), size);
        Assert.Equal(pages.Select(p => $"{p.Item1}={p.Item2}").Order(StringComparer.Ordinal), Written(Folder));
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_left_alone()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.txt"), "mine");
        Refused(OutputFolderProblem.Foreign, Folder);
        Assert.Equal(["thesis.txt=mine"], Written(Folder));
        Assert.Equal(["internal"], Names(Path.Combine(_root, "output")));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_root, "output"));
        File.WriteAllText(Folder, "mine");
        Refused(OutputFolderProblem.IsFile, Folder);
        Assert.Equal("mine", File.ReadAllText(Folder));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_around_it_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_root, "output"), "mine");
        Refused(OutputFolderProblem.NotWritable, Folder);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_root, "output")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_to_another_folder_is_left_alone(bool targetExists)
    {
        var target = Path.Combine(_root, "elsewhere");
        if (targetExists) Directory.CreateDirectory(target);
        Directory.CreateDirectory(Path.Combine(_root, "output"));
        Directory.CreateSymbolicLink(Folder, target);
        Refused(OutputFolderProblem.IsLink, Folder);
        Assert.Equal(target, new DirectoryInfo(Folder).LinkTarget);
    }

    [Fact]
    public void The_root_of_the_disk_is_left_alone() => Refused(OutputFolderProblem.IsRoot, Path.GetPathRoot(_root)!);

    [Fact]
    public void A_site_inside_another_site_is_refused()
    {
        Write(("index.html", "home"));
        Refused(OutputFolderProblem.InsideSite, Path.Combine(Folder, "deep", "public"));
        Assert.Equal(["index.html=home"], Written(Folder));
    }

    [Fact]
    public void A_site_around_another_site_is_refused()
    {
        Write(("index.html", "home"));
        Refused(OutputFolderProblem.Foreign, Path.Combine(_root, "output"));
        Assert.Equal(["index.html=home"], Written(Folder));
    }

    [Fact]
    public void A_page_that_cannot_be_rendered_leaves_the_old_site()
    {
        Write(("index.html", "old"));
        var pages = Pages([.. Enumerable.Range(0, 100).Select(i => ($"{i}.txt", "new"))]).Append(Page.OfText(SitePath.OfFile("bad.txt"), _ => throw new InvalidOperationException("broken view")));
        Assert.Equal("broken view", Assert.Throws<InvalidOperationException>(() => SiteWriter.Write(Folder, new(pages), NoTemplates)).Message);
        Assert.Equal(["index.html=old"], Written(Folder));
        Assert.Equal([".internal.lock", "internal"], Names(Path.Combine(_root, "output")));
    }

    [Fact]
    public void A_site_that_is_not_published_leaves_the_old_one_and_nothing_beside_it()
    {
        Write(("index.html", "old"));
        var seen = new ConcurrentBag<string>();
        using (SiteWriter.Stage(Folder, new(Pages(("index.html", "new"))), NoTemplates, (page, bytes) => seen.Add($"{page.Path}={Encoding.UTF8.GetString(bytes.Span)}")))
            Assert.Equal(["index.html=old"], Written(Folder));
        Assert.Equal(["index.html=new"], seen);
        Assert.Equal(["index.html=old"], Written(Folder));
        Assert.Equal([".internal.lock", "internal"], Names(Path.Combine(_root, "output")));
    }

    [Fact]
    public void No_other_build_may_write_while_a_site_waits_to_be_published()
    {
        using var staged = SiteWriter.Stage(Folder, new(Pages(("index.html", "new"))), NoTemplates, (_, _) => { });
        Refused(OutputFolderProblem.Busy, Folder);
        staged.Publish();
        Assert.Equal(["index.html=new"], Written(Folder));
    }

    [Fact]
    public void The_marker_says_the_same_for_every_site()
    {
        Write(("index.html", "secret"));
        var first = File.ReadAllText(Path.Combine(Folder, ".archive-site"));
        var other = Path.Combine(_root, "elsewhere", "public");
        SiteWriter.Write(other, new(Pages(("other.html", "x"))), NoTemplates);
        Assert.Equal(first, File.ReadAllText(Path.Combine(other, ".archive-site")));
        Assert.DoesNotContain(_root, first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_only_its_owner_may_read_stays_so()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such mode.");
            return;
        }
        Write(("index.html", "old"));
        File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write(("index.html", "new"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public void A_page_in_place_of_the_marker_is_refused() => Assert.Throws<ArgumentException>(() => Write((".archive-site", "x")));

    [Fact]
    public void Two_builds_at_once_leave_one_of_them_whole()
    {
        Write(("index.html", "0"));
        var outcomes = new string[8];
        Parallel.For(0, outcomes.Length, new() { MaxDegreeOfParallelism = outcomes.Length }, i =>
        {
            try
            {
                Write([.. Enumerable.Range(0, 50).Select(p => ($"{p}/index.html", $"{i}"))]);
                outcomes[i] = "written";
            }
            catch (OutputFolderException e)
            {
                outcomes[i] = e.Problem.ToString();
            }
        });
        Assert.Contains("written", outcomes);
        Assert.All(outcomes, o => Assert.Contains(o, (string[])["written", "Busy"]));
        Assert.Single(Written(Folder).Select(f => f.Split('=')[1]).Distinct());
        Assert.Equal(50, Written(Folder).Count);
    }

    [Fact]
    public void A_build_is_refused_while_another_holds_the_folder()
    {
        Write(("index.html", "old"));
        var inside = new Lazy<OutputFolderException>(() => Assert.Throws<OutputFolderException>(() => Write(("index.html", "second"))));
        var first = Page.OfText(SitePath.OfFile("index.html"), to => to.Write(inside.Value.Problem));
        SiteWriter.Write(Folder, new([first]), NoTemplates);
        Assert.Equal(["index.html=Busy"], Written(Folder));
    }

    internal static TemplateSet NoTemplates { get; } = new(new("internal", []), new(new("https://archive.example.org/")));

    internal static IEnumerable<Page> Pages(params IEnumerable<(string File, string Text)> files) =>
        files.Select(f => Page.OfText(SitePath.OfFile(f.File), to => to.Write(f.Text)));

    /// <summary>Every file but the marker, as <c>name=text</c>, in ordinal order.</summary>
    internal static IReadOnlyList<string> Written(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Text: File.ReadAllText(f, Encoding.UTF8)))
            .Where(f => f.Name != ".archive-site").Select(f => $"{f.Name}={f.Text}").Order(StringComparer.Ordinal),
    ];

    internal static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private SiteSize Write(params (string File, string Text)[] files) => SiteWriter.Write(Folder, new(Pages(files)), NoTemplates);

    private static void Refused(OutputFolderProblem problem, string folder)
    {
        var refusal = Assert.Throws<OutputFolderException>(() => SiteWriter.Write(folder, new(Pages(("index.html", "new"))), NoTemplates));
        Assert.Equal(problem, refusal.Problem);
        Assert.Contains($"'{folder}'", refusal.Message, StringComparison.Ordinal);
    }
}
