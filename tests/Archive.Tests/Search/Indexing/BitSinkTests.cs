using Archive.Search.Indexing;
using Xunit;

namespace Archive.Tests.Search.Indexing;

public sealed class BitSinkTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(15)]
    public void The_low_bits_are_the_fewest_of_those_with_which_numbers_are_shortest(int most)
    {
        var dice = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var (count, bits) = (dice.Next(1, 40), dice.Next(1, 20));
            uint[] values = [.. Enumerable.Range(0, count).Select(_ => (uint)dice.Next(1 << dice.Next(1, bits + 1)))];
            var lengths = Enumerable.Range(0, most + 1).Select(low => BitSink.RiceLength(values, low)).ToList();
            Assert.Equal(lengths.IndexOf(lengths.Min()), BitSink.BestLow(values, most));
        }
    }

    [Fact]
    public void Nothing_needs_no_low_bits() => Assert.Equal(0, BitSink.BestLow([], 15));

    [Fact]
    public void The_length_that_is_told_is_the_length_that_is_written()
    {
        uint[] values = [0, 1, 2, 30, 400, 5000, 60];
        for (var low = 0; low < 16; low++)
        {
            var bits = new BitSink();
            foreach (var value in values) bits.Rice(value, low);
            Assert.Equal(BitSink.RiceLength(values, low), bits.Length);
        }
    }

    [Fact]
    public void Bits_of_another_one_are_the_same_wherever_they_begin_and_end()
    {
        var (dice, whole) = (new Random(7), new BitSink());
        bool[] bits = [.. Enumerable.Range(0, 150).Select(_ => dice.Next(2) == 1)];
        foreach (var bit in bits) whole.Bits(bit ? 1U : 0, 1);
        var bytes = whole.Closed().ToArray();
        for (var start = 0; start <= bits.Length; start++)
        {
            for (var end = start; end <= bits.Length; end++)
            {
                var part = new BitSink();
                part.Append(bytes, start, end);
                Assert.Equal(end - start, part.Length);
                Assert.Equal(bits[start..end], BitsOf(part.Closed()).Take(end - start));
            }
        }
    }

    private static List<bool> BitsOf(ReadOnlySpan<byte> bytes)
    {
        var bits = new List<bool>();
        foreach (var one in bytes)
        {
            for (var bit = 0; bit < 8; bit++) bits.Add((one >> bit & 1) == 1);
        }
        return bits;
    }
}
