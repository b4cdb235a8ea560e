using System.Collections.Immutable;
using System.Text;
using Archive.Search;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Indexing;

public sealed class BrokenIndexTests
{
    private static readonly ImmutableArray<IndexFile> Good = Files(Random(80));

    private static IndexFault FaultOf(ImmutableArray<IndexFile> files) => Assert.Throws<SearchIndexException>(() => UseAll(SearchIndex.Of(files))).Fault;

    /// <summary>Reads files of every kind.</summary>
    private static void UseAll(SearchIndex index)
    {
        var answer = index.Search(new() { Text = "\"disk full\" memroy memory duration:>2m", Sort = SearchSort.Longest });
        foreach (var hit in index.Search(new() { Text = "disk", Limit = 100 }).Hits) index.Snippet(hit, answer);
        foreach (var word in "disk full memory leak timeout connection replica lag".Split(' ')) index.Search(new() { Text = word + "~" });
    }

    private static ImmutableArray<IndexFile> With(string kind, Func<byte[], byte[]> change) =>
        [.. Good.Select(file => file.Name.Split('-', '.')[0] == kind ? file with { Bytes = change(file.Bytes.ToArray()) } : file)];

    public static TheoryData<string> Kinds => new(Good.Select(f => f.Name.Split('-', '.')[0]).Distinct().Where(k => k != "index"));

    [Fact]
    public void A_good_index_is_read() => UseAll(SearchIndex.Of(Good));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_truncated_file_is_refused(string kind) => Assert.Equal(IndexFault.Corrupt, FaultOf(With(kind, bytes => bytes[..^1])));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_with_one_other_bit_is_refused(string kind) =>
        Assert.Equal(IndexFault.Corrupt, FaultOf(With(kind, bytes => { bytes[bytes.Length / 2] ^= 4; return bytes; })));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_in_the_place_of_a_file_is_refused(string kind) => Assert.Equal(IndexFault.Corrupt, FaultOf(With(kind, _ => "<!doctype html><title>Not found</title>"u8.ToArray())));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_gone_means_that_the_index_has_changed(string kind) =>
        Assert.Equal(IndexFault.Stale, FaultOf(Good.RemoveAll(f => f.Name.StartsWith(kind + "-", StringComparison.Ordinal))));

    [Fact]
    public void No_entry_means_no_index() => Assert.Equal(IndexFault.Missing, FaultOf([]));

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":3}""")]
    [InlineData("""{"format":3,"manifest":"zz"}""")]
    public void A_broken_entry_is_refused(string entry) => Assert.Equal(IndexFault.Corrupt, FaultOf(With("index", _ => Encoding.UTF8.GetBytes(entry))));

    [Fact]
    public void An_unknown_format_is_refused_and_named()
    {
        var error = Assert.Throws<SearchIndexException>(() => SearchIndex.Of(With("index", _ => """{"format":9,"manifest":"00000000"}"""u8.ToArray())));
        Assert.Equal(IndexFault.UnknownFormat, error.Fault);
        Assert.Contains("format 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_an_index_is_refused() =>
        Assert.Equal(IndexFault.Missing, Assert.Throws<SearchIndexException>(() => SearchIndex.Open(Path.Combine(Path.GetTempPath(), "no-such-folder"))).Fault);
}
