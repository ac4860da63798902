using System.Text;
using System.Text.RegularExpressions;

namespace RingPerf.Tests;

/// <summary>Wrong keys, through every overload that takes text, and what the errors say.</summary>
public sealed class HashRingKeyErrorTests
{
    private static readonly HashRing[] Rings =
        [.. Enum.GetValues<HashFunction>().Select(hash => new HashRing(["a", "b"], new HashRingOptions { Hash = hash }))];

    public static TheoryData<string, int, string> LoneSurrogates
    {
        get
        {
            TheoryData<string, int, string> rows = [];
            foreach (string unit in new[] { "x", "é", "€", "😀" })
            {
                // Lengths round the stack buffer (512 chars) and, for the chunked path, round each edge of its chunks (4096 bytes).
                int[] edges = [4096 / Encoding.UTF8.GetByteCount(unit), 8192 / Encoding.UTF8.GetByteCount(unit)];
                int[] units = [0, 1, 511, 512, .. edges.SelectMany(edge => Enumerable.Range(edge - 2, 4))];
                foreach (int before in units)
                {
                    rows.Add(unit, before, "");
                    rows.Add(unit, before, "y");
                    rows.Add(unit, before, new string('z', 600));
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(LoneSurrogates))]
    public void GetNode_LoneSurrogate_IsNamedWithItsIndex(string unit, int before, string behind)
    {
        string head = string.Concat(Enumerable.Repeat(unit, before));
        foreach (char lone in new[] { '\ud800', '\udfff' })
        {
            string text = head + lone + behind;
            foreach (Overload overload in Overload.All.Where(overload => overload.Parameter is not null))
            {
                AssertRefused(overload, text, $" has the lone surrogate U+{(int)lone:X4} at index {head.Length};");
            }
        }
    }

    [Theory]
    [InlineData(@"\ud83d", @"""\uD83D""")]
    [InlineData(@"a\r\n\0\ud83d", @"""a\u000D\u000A\u0000\uD83D""")]
    [InlineData(@"né😀\udc00", @"""né😀\uDC00""")]
    public void GetNode_LoneSurrogate_QuotesTheKeyPrintably(string escaped, string quoted)
    {
        var error = Assert.Throws<ArgumentException>("key", () => Rings[0].GetNode(Regex.Unescape(escaped)));

        MessageAssert.Starts($"The key {quoted} has the lone surrogate ", error);
    }

    [Fact]
    public void GetNode_LoneSurrogateInLongKey_QuotesTheStartOfIt()
    {
        foreach (int length in new[] { 100, 10_000 })
        {
            var error = Assert.Throws<ArgumentException>(() => Rings[0].GetNode(new string('k', length) + "\ud800"));

            MessageAssert.Starts($"The key \"{new string('k', 48)}…\" has the lone surrogate U+D800 at index {length};", error);
        }
    }

    [Fact]
    public void GetNode_SeveralLoneSurrogates_NamesTheFirst()
    {
        foreach (int length in new[] { 5, 600, 5000 })
        {
            var error = Assert.Throws<ArgumentException>(() => Rings[0].GetNode(new string('k', length) + "\udc01\ud802"));

            MessageAssert.Has($"the lone surrogate U+DC01 at index {length};", error);
        }
    }

    [Fact]
    public void GetNode_AfterARefusedLongKey_AnswersAsBefore()
    {
        string key = new('k', 9000);
        foreach (HashRing ring in Rings)
        {
            uint position = ring.GetPosition(key);
            Assert.Throws<ArgumentException>(() => ring.GetNode(key + "\ud800"));

            Assert.Equal(position, ring.GetPosition(key));
        }
    }

    [Fact]
    public void GetNode_Null_Throws()
    {
        foreach (HashRing ring in Rings)
        {
            Assert.Throws<ArgumentNullException>("key", () => ring.GetNode((string)null!));
            Assert.Throws<ArgumentNullException>("key", () => ring.GetNodeIndex((string)null!));
            Assert.Throws<ArgumentNullException>("key", () => ring.GetPosition((string)null!));
        }
    }

    private static void AssertRefused(Overload overload, string text, string message)
    {
        var key = new Key(text);
        foreach (HashRing ring in Rings)
        {
            var error = Assert.Throws<ArgumentException>(overload.Parameter, () => overload.Ask(ring, key));

            MessageAssert.Starts(overload.Parameter == "key" ? "The key \"" : "The key keys[1], \"", error);
            MessageAssert.Has(message, error);
        }
    }
}
