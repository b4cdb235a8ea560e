using Archive.Search;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Indexing;

public sealed class IndexBytesTests
{
    [Fact]
    public void The_same_documents_in_any_order_and_on_any_threads_give_the_same_bytes()
    {
        var documents = Random(120);
        var analyzer = new SearchAnalyzer();
        var shuffled = new AnalyzedDocument[documents.Length];
        Parallel.For(0, documents.Length, i => shuffled[documents.Length - 1 - i] = analyzer.Analyze(documents[i]));
        var (once, again) = (Files(documents), SearchIndexBuilder.Build(Schema, shuffled));
        Assert.Equal(once.Select(f => f.Name), again.Select(f => f.Name));
        Assert.All(once.Zip(again), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span)));
    }

    [Fact]
    public void Many_documents_give_the_same_bytes_on_one_thread_and_on_several()
    {
        var analyzer = new SearchAnalyzer();
        AnalyzedDocument[] documents = [.. LongTail(700).Select(analyzer.Analyze)];
        var (one, several) = (SearchIndexBuilder.Build(Schema, documents, threads: 1), SearchIndexBuilder.Build(Schema, documents, threads: 3));
        Assert.Equal(one.Select(f => f.Name), several.Select(f => f.Name));
        Assert.All(one.Zip(several), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span)));
    }

    [Fact]
    public void Documents_of_several_analyzers_give_the_same_bytes()
    {
        var documents = Random(60);
        var (one, apart) = (new SearchAnalyzer(), documents.Select(d => new SearchAnalyzer().Analyze(d)));
        var (once, again) = (SearchIndexBuilder.Build(Schema, [.. documents.Select(one.Analyze)]), SearchIndexBuilder.Build(Schema, [.. apart]));
        Assert.Equal(once.Select(f => f.Name), again.Select(f => f.Name));
        Assert.All(once.Zip(again), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span)));
    }

    [Fact]
    public void Only_the_entry_has_a_name_without_a_hash() => Assert.Equal(["index.json"], Files(Random(3)).Where(f => !f.IsHashed).Select(f => f.Name));

    [Fact]
    public void An_edit_of_one_document_leaves_most_shards_as_they_are()
    {
        var documents = LongTail(600);
        var edited = documents.SetItem(300, documents[300] with { Passages = documents[300].Passages.Add(new(SearchField.Body, "One more sentence about ventilation.", null)) });
        var (before, after) = (Names(Files(documents), "terms"), Names(Files(edited), "terms"));
        Assert.True(before.Count > 12, $"{before.Count} shards");
        Assert.InRange(after.Except(before).Count(), 1, before.Count / 5);
    }

    [Fact]
    public void An_edit_of_words_that_are_elsewhere_anyway_changes_one_group_of_cards()
    {
        var documents = LongTail(600);
        var edited = documents.SetItem(300, documents[300] with { Title = documents[300].Title + "!" });
        Assert.Single(Names(Files(edited), "cards").Except(Names(Files(documents), "cards")).Select(name => name.Split('-')[1]).Distinct());
        Assert.Empty(Names(Files(edited), "terms").Except(Names(Files(documents), "terms")));
    }

    [Fact]
    public void Two_documents_with_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => Files(Document("INC-1", "One"), Document("INC-1", "Two")));

    /// <summary>Documents with words of their own beside common ones.</summary>
    private static System.Collections.Immutable.ImmutableArray<SearchDocument> LongTail(int count) =>
        [.. Random(count).Select((d, i) => d with { Passages = d.Passages.Add(new(SearchField.Code, string.Join('\n', Enumerable.Range(0, 200).Select(n => $"worker-{(i * 7919 + n * 104729) % 60_000:x}-{n}")), null)) })];

    private static HashSet<string> Names(IEnumerable<IndexFile> files, string kind) => [.. files.Select(f => f.Name).Where(n => n.StartsWith(kind + "-", StringComparison.Ordinal))];
}
