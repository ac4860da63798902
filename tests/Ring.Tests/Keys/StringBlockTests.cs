using System.Text;
using FsCheck.Xunit;
using RingPerf.Keys;

namespace RingPerf.Tests.Keys;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class StringBlockTests
{
    [Property]
    public void Pack_AnyKeys_GivesTheirUtf8AndOffsets(KeyTexts keys) => AssertPacked(keys.Texts);

    [Fact]
    public void Pack_OneCharacterThatIsNotAsciiAnywhere_GivesItsUtf8()
    {
        foreach (string character in new[] { "\u007f", "\u0080", "é", "\u0100", "\u017f", "\u0741", "漢", "\uff00", "😀" })
        {
            for (int length = 1; length <= 70; length++)
            {
                AssertPacked([.. Enumerable.Range(0, length).Select(at => new string('k', at) + character + new string('k', length - 1 - at))]);
            }
        }
    }

    [Fact]
    public void Pack_AsciiOfEveryLength_GivesItsUtf8() =>
        AssertPacked([.. Enumerable.Range(0, 100).Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)(i + 28))))]);

    [Fact]
    public void Pack_LoneSurrogateAnywhere_IsNamedByElementAndIndex()
    {
        for (int length = 1; length <= 70; length++)
        {
            for (int at = 0; at < length; at++)
            {
                string wrong = new string('k', at) + '\ud800' + new string('k', length - 1 - at);
                var error = Assert.Throws<ArgumentException>("keys", () => Pack(["a", wrong], 0));

                MessageAssert.Starts("The key keys[1], ", error);
                MessageAssert.Has($" has the lone surrogate U+D800 at index {at};", error);
            }
        }
    }

    [Fact]
    public void Pack_MoreThanABlock_StopsWhereItIsFull()
    {
        string[] many = [.. Enumerable.Repeat("k", 1000)];
        string longest = new('漢', StringBlock.Bytes / 3);

        Assert.Equal(StringBlock.Keys, Pack(many, 0).Length);
        Assert.Single(Pack(many, 999));
        Assert.Equal(longest, Assert.Single(Pack([longest, "k", "k"], 0)));
        Assert.Empty(Pack([longest + "k", "k"], 0));
        Assert.Equal(["k", longest[1..]], Pack(["k", longest[1..], "kk", "k"], 0));
    }

    private static void AssertPacked(string[] keys)
    {
        int first = 0;
        while (first < keys.Length)
        {
            string[] packed = Pack(keys, first);
            Assert.NotEmpty(packed);
            Assert.Equal(keys[first..(first + packed.Length)], packed);
            first += packed.Length;
        }
    }

    private static string[] Pack(string[] keys, int first)
    {
        byte[] bytes = new byte[StringBlock.Bytes];
        bytes.AsSpan().Fill(0xcc);
        var block = new StringBlock(bytes, new int[StringBlock.Keys + 1]);
        int count = block.Pack(keys, first);
        string[] packed = new string[count];
        for (int i = 0; i < count; i++)
        {
            packed[i] = Encoding.UTF8.GetString(block.Utf8[block.Offsets[i]..block.Offsets[i + 1]]);
        }

        Assert.Equal(0, block.Offsets[0]);
        Assert.Equal(block.Utf8.Length, block.Offsets[count]);
        return packed;
    }
}
