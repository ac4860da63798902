namespace RingPerf.Tests;

/// <summary>Wrong batches, and what the errors say.</summary>
public sealed class HashRingBatchErrorTests
{
    private static readonly HashRing[] Rings =
        [.. Enum.GetValues<HashFunction>().Select(hash => new HashRing(["a", "b"], new HashRingOptions { Hash = hash })), new HashRing([])];

    [Theory]
    [InlineData(new int[0], 4, "offsets is empty; n keys need n + 1 offsets.")]
    [InlineData(new[] { -1 }, 4, "offsets[0] is -1; it must be at least 0.")]
    [InlineData(new[] { -1, 2 }, 4, "offsets[0] is -1; it must be at least 0.")]
    [InlineData(new[] { int.MinValue, 2 }, 4, "offsets[0] is -2147483648; it must be at least 0.")]
    [InlineData(new[] { 6 }, 4, "offsets[0] is 6; it must be at most utf8.Length, which is 5.")]
    [InlineData(new[] { 6, 7 }, 4, "offsets[0] is 6; it must be at most utf8.Length, which is 5.")]
    [InlineData(new[] { 0, 6 }, 4, "offsets[1] is 6; it must be at most utf8.Length, which is 5.")]
    [InlineData(new[] { 0, 3, int.MaxValue }, 4, "offsets[2] is 2147483647; it must be at most utf8.Length, which is 5.")]
    [InlineData(new[] { 0, 3, 9, 4 }, 4, "offsets[2] is 9; it must be at most utf8.Length, which is 5.")]
    [InlineData(new[] { 2, 1 }, 4, "offsets[1] is 1; it must be at least offsets[0], which is 2.")]
    [InlineData(new[] { 0, 3, 2, 5 }, 4, "offsets[2] is 2; it must be at least offsets[1], which is 3.")]
    [InlineData(new[] { 0, 3, 5, -1 }, 4, "offsets[3] is -1; it must be at least offsets[2], which is 5.")]
    public void GetNodeIndices_WrongOffsets_AreNamedAndNothingWritten(int[] wrong, int room, string message)
    {
        foreach (HashRing ring in Rings)
        {
            int[] answers = [.. Enumerable.Repeat(7, room)];
            var error = Assert.Throws<ArgumentException>("offsets", () => ring.GetNodeIndices("abcde"u8, wrong, answers));

            MessageAssert.Starts(message, error);
            Assert.All(answers, answer => Assert.Equal(7, answer));
        }
    }

    [Theory]
    [InlineData(new[] { 0 }, new int[0])]
    [InlineData(new[] { 5 }, new int[0])]
    [InlineData(new[] { 0, 0, 5, 5 }, new[] { 0, 5, 0 })]
    [InlineData(new[] { 2, 4 }, new[] { 2 })]
    public void GetNodeIndices_OffsetsAtTheLimits_AreAccepted(int[] offsets, int[] lengths)
    {
        foreach (HashRing ring in Rings)
        {
            int[] answers = new int[lengths.Length];
            ring.GetNodeIndices("abcde"u8, offsets, answers);

            Assert.Equal(lengths.Select((length, i) => ring.GetNodeIndex("abcde".AsSpan(offsets[i], length))), answers);
        }
    }

    [Fact]
    public void GetNodeIndices_WrongOffsetFarBehind_IsFoundBeforeAnythingIsWritten()
    {
        int[] offsets = [.. Enumerable.Range(0, 1001)];
        offsets[1000] = 998;
        int[] answers = [.. Enumerable.Repeat(7, 1000)];
        var error = Assert.Throws<ArgumentException>("offsets", () => Rings[0].GetNodeIndices(new byte[1000], offsets, answers));

        MessageAssert.Starts("offsets[1000] is 998; it must be at least offsets[999], which is 999.", error);
        Assert.All(answers, answer => Assert.Equal(7, answer));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void GetNodeIndices_DestinationTooShort_IsRefusedAndUntouched(int room)
    {
        foreach (HashRing ring in Rings)
        {
            int[] answers = [.. Enumerable.Repeat(7, room)];
            var packed = Assert.Throws<ArgumentException>("nodeIndices", () => ring.GetNodeIndices("abc"u8, [0, 1, 2, 3], answers));
            var strings = Assert.Throws<ArgumentException>("nodeIndices", () => ring.GetNodeIndices(["a", "b", "c"], answers));

            MessageAssert.Starts($"nodeIndices has room for {room}; it must have at least 3.", packed);
            MessageAssert.Starts($"nodeIndices has room for {room}; it must have at least 3.", strings);
            Assert.All(answers, answer => Assert.Equal(7, answer));
        }
    }

    [Fact]
    public void GetNodeIndices_LongerDestination_IsUntouchedBehind()
    {
        foreach (HashRing ring in Rings)
        {
            int[] packed = [7, 7, 7, 7];
            ring.GetNodeIndices("abc"u8, [0, 1, 3], packed);
            int[] strings = [7, 7, 7, 7];
            ring.GetNodeIndices(["a", "bc"], strings);

            Assert.Equal([ring.GetNodeIndex("a"), ring.GetNodeIndex("bc"), 7, 7], packed);
            Assert.Equal(packed, strings);
        }
    }

    [Fact]
    public void GetNodeIndices_NoKeys_WritesNothing()
    {
        foreach (HashRing ring in Rings)
        {
            int[] answers = [7];
            ring.GetNodeIndices(default, [0], answers);
            ring.GetNodeIndices(default(ReadOnlySpan<string>), answers);

            Assert.Equal([7], answers);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    public void GetNodeIndices_NullKey_IsNamedByItsIndex(int index)
    {
        foreach (HashRing ring in Rings)
        {
            string?[] keys = [.. Enumerable.Range(0, 20).Select(i => $"res-{i}")];
            keys[index] = null;
            int[] answers = [.. Enumerable.Repeat(7, 22)];
            var error = Assert.Throws<ArgumentNullException>("keys", () => ring.GetNodeIndices(keys!, answers));

            MessageAssert.Starts($"keys[{index}] is null; every element must be a string.", error);
            Assert.All(answers[20..], answer => Assert.Equal(7, answer));
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 512)]
    [InlineData(19, 513)]
    [InlineData(7, 9000)]
    public void GetNodeIndices_LoneSurrogate_IsNamedByElementAndIndex(int element, int index)
    {
        foreach (HashRing ring in Rings)
        {
            string[] keys = [.. Enumerable.Range(0, 20).Select(i => $"res-{i}")];
            keys[element] = new string('k', index) + "\udc00k";
            var error = Assert.Throws<ArgumentException>("keys", () => ring.GetNodeIndices(keys, new int[20]));

            MessageAssert.Starts($"The key keys[{element}], \"kkk", error);
            MessageAssert.Has($" has the lone surrogate U+DC00 at index {index}; text must be valid UTF-16.", error);
        }
    }
}
