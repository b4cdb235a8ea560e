using Archive.Cli;
using Xunit;

namespace Archive.Tests.Cli;

public sealed class FailureTests
{
    [Fact]
    public void What_was_thrown_on_another_core_is_told_as_what_it_is() =>
        Assert.Equal("The disk is full.", Failure.SentenceOf(new AggregateException(new IOException("The disk is full."))));
}
