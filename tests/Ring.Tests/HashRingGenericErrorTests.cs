using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Wrong arguments of rings with hash and search as type arguments, and what the errors say.</summary>
public sealed class HashRingGenericErrorTests
{
    private static readonly HashRing<FnvHash, BucketSearch> Two = new(["a", "b"]);

    [Fact]
    public void Constructor_OfARingWithAnotherHash_IsRefused() => MessageAssert.Starts(
        "The ring's hash is Md5; it must be that of XxHash3Hash.",
        Assert.Throws<ArgumentException>("ring", () => new HashRing<XxHash3Hash, BucketSearch>(new HashRing(["a"]))));

    [Theory]
    [InlineData(RingProfile.Tooz)]
    [InlineData(RingProfile.Ketama)]
    [InlineData(RingProfile.UhashringKetama)]
    public void Constructor_ProfileOfItsOwnHash_IsRefusedAndNamed(RingProfile profile)
    {
        HashRingOptions options = new() { Profile = profile };

        MessageAssert.Starts(
            $"Profile is {profile}; a ring with its hash as a type argument has Aodh.",
            Assert.Throws<ArgumentException>("options", () => new HashRing<Md5Hash, BucketSearch>(["a"], options)));
        MessageAssert.Starts(
            $"The ring's hash is Md5 of {profile}; it must be that of Md5Hash.",
            Assert.Throws<ArgumentException>("ring", () => new HashRing<Md5Hash, BucketSearch>(new HashRing(["a"], options))));
    }

    [Fact]
    public void Constructor_WrongArguments_AreThoseOfTheHashRing()
    {
        Assert.Throws<ArgumentNullException>("ring", () => new HashRing<Md5Hash, BucketSearch>((HashRing)null!));
        Assert.Throws<ArgumentNullException>("nodes", () => new HashRing<Md5Hash, BucketSearch>((string[])null!));
        Assert.Throws<ArgumentNullException>("options", () => new HashRing<Md5Hash, BucketSearch>(["a"], null!));
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing<FnvHash, BucketSearch>(["a"], 0));
        Assert.Throws<ArgumentException>("nodes", () => new HashRing<FnvHash, BucketSearch>(["\ud800"]));
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing<FnvHash, BucketSearch>(["a", "b"], int.MaxValue));
    }

    [Fact]
    public void Constructor_MoreNodesThanALineTellsApart_IsRefused()
    {
        string[] nodes = [.. Enumerable.Range(0, 65_536).Select(i => $"node-{i}")];
        HashRing<FnvHash, CompactLineSearch> most = new(nodes[..65_535], 1);

        Assert.Equal(65_535, most.Nodes.Count);
        MessageAssert.Starts("nodes has 65536 nodes; CompactLineSearch takes at most 65535.", Assert.Throws<ArgumentException>(
            "nodes", () => new HashRing<FnvHash, CompactLineSearch>(nodes, 1)));
        MessageAssert.Starts("ring has 65536 nodes; CompactLineSearch takes at most 65535.", Assert.Throws<ArgumentException>(
            "ring", () => new HashRing<Md5Hash, CompactLineSearch>(new HashRing(nodes, 1))));
    }

    [Fact]
    public void GetNodeIndex_LoneSurrogateUnderAHashOfOnesOwn_IsRefused()
    {
        HashRing<FnvHash, BucketSearch> ring = new(["a"]);
        foreach (int length in new[] { 0, 600, 9000 })
        {
            string key = new string('k', length) + "\ud800k";
            Assert.Throws<ArgumentException>("key", () => ring.GetNodeIndex(key));
            Assert.Throws<ArgumentException>("keys", () => ring.GetNodeIndices([key], new int[1]));
        }
    }

    [Theory]
    [InlineData(new int[0], "offsets is empty; n keys need n + 1 offsets.")]
    [InlineData(new[] { -1, 2 }, "offsets[0] is -1; it must be at least 0.")]
    [InlineData(new[] { 0, 2, 1 }, "offsets[2] is 1; it must be at least offsets[1], which is 2.")]
    [InlineData(new[] { 0, 6 }, "offsets[1] is 6; it must be at most utf8.Length, which is 5.")]
    public void GetNodeIndices_WrongOffsets_AreNamedAndNothingWritten(int[] offsets, string message)
    {
        int[] answers = [7, 7];

        MessageAssert.Starts(message, Assert.Throws<ArgumentException>(nameof(offsets), () => Two.GetNodeIndices("abcde"u8, offsets, answers)));
        Assert.Equal([7, 7], answers);
    }

    [Fact]
    public void GetNodeIndices_WrongDestination_IsNamedAndUntouched()
    {
        int[] answers = [7, 7];
        int[] shared = [0, 1, 2];

        MessageAssert.Starts("nodeIndices has room for 2; it must have at least 3.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Two.GetNodeIndices("abc"u8, [0, 1, 2, 3], answers)));
        MessageAssert.Starts("nodeIndices has room for 2; it must have at least 3.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Two.GetNodeIndices(["a", "b", "c"], answers)));
        MessageAssert.Starts("nodeIndices overlaps offsets; it must lie elsewhere.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Two.GetNodeIndices("abc"u8, shared, shared)));
        Assert.Equal([7, 7], answers);
        Assert.Equal([0, 1, 2], shared);
    }

    [Fact]
    public void GetNodeIndices_NullKey_IsNamedByItsIndex() => MessageAssert.Starts(
        "keys[1] is null; every element must be a string.",
        Assert.Throws<ArgumentNullException>("keys", () => Two.GetNodeIndices(["a", null!], new int[2])));
}
