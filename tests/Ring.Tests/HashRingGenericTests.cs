using System.Text;
using FsCheck.Xunit;
using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Rings with hash and search as type arguments, against the ring that chooses them by options.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingGenericTests
{
    private static readonly string[] Keys = ["", "key", new('k', 512), new('k', 513), new('漢', 5000), "😀"];

    [Property(MaxTest = 200)]
    public void GetNodeIndex_AnyRingHashAndSearch_IsThatOfTheHashRing(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        string[] texts = [.. keys.Texts, .. Keys];
        switch (input.Options.Hash)
        {
            case HashFunction.Md5:
                AssertSame<Md5Hash>(ring, input, texts);
                break;
            case HashFunction.Md5Platform:
                AssertSame<PlatformMd5Hash>(ring, input, texts);
                break;
            case HashFunction.XxHash3:
                AssertSame<XxHash3Hash>(ring, input, texts);
                break;
            case HashFunction.XxHash64:
                AssertSame<XxHash64Hash>(ring, input, texts);
                break;
            case HashFunction.XxHash32:
                AssertSame<XxHash32Hash>(ring, input, texts);
                break;
            default:
                AssertSame<Crc32Hash>(ring, input, texts);
                break;
        }
    }

    [Fact]
    public void Constructor_OfARing_SharesItsPoints()
    {
        HashRing ring = new(["a", "b", "c"]);
        HashRing<Md5Hash, BucketSearch> same = new(ring);
        HashRing<Md5Hash, InterpolationSearch> other = new(ring);

        Assert.True(ring.Positions == same.Positions && ring.Owners == same.Owners && ring.Positions == other.Positions);
        Assert.Equal(ring.MemoryBytes, same.MemoryBytes);
        Assert.True(other.MemoryBytes < ring.MemoryBytes);
        Assert.Same(ring.Nodes, same.Nodes);
    }

    [Fact]
    public void GetNodeIndex_HashOfOnesOwn_IsTheFirstPointAboveItsPosition()
    {
        string[] nodes = ["a", "b", "c", "d"];
        HashRing<FnvHash, BucketSearch> ring = new(nodes, 50);
        (uint Position, int Node)[] points =
        [
            .. from node in Enumerable.Range(0, nodes.Length)
               from replica in Enumerable.Range(0, 50)
               select (Fnv($"{nodes[node]}-{replica}"), node),
        ];
        points = [.. points.GroupBy(point => point.Position).Select(same => same.Last()).OrderBy(point => point.Position)];

        Assert.Equal(points.Select(point => point.Position), ring.Positions.ToArray());
        Assert.Equal(points.Select(point => point.Node), ring.Owners.ToArray());
        foreach (string key in Keys.Concat(Enumerable.Range(0, 500).Select(i => $"res-{i}")))
        {
            (uint Position, int Node)[] above = [.. points.Where(point => point.Position > Fnv(key))];
            AssertAnswers(ring, key, above.Length == 0 ? points[0].Node : above[0].Node);
        }
    }

    [Fact]
    public void GetNodeIndex_WarmLoop_AllocatesNothing()
    {
        HashRing<FnvHash, BucketSearch> own = new(["a", "b"]);
        HashRing<Md5Hash, CompactLineSearch> md5 = new(["a", "b"]);
        PackedKeys packed = PackedKeys.Of(Keys);
        int[] answers = new int[Keys.Length];
        foreach (string key in Keys)
        {
            Assert.Equal(0, Allocation.Of(() => own.GetNode(key), 50, 100));
            Assert.Equal(0, Allocation.Of(() => md5.GetNode(key), 50, 100));
        }

        Assert.Equal(0, Allocation.Of(() => own.GetNodeIndices(packed.Utf8, packed.Offsets, answers), 50, 100));
        Assert.Equal(0, Allocation.Of(() => own.GetNodeIndices(Keys, answers), 50, 100));
    }

    private static void AssertSame<THash>(HashRing ring, RingInput input, string[] keys) where THash : struct, IKeyHash<THash>
    {
        AssertSame<THash, BucketSearch>(ring, input, keys);
        AssertSame<THash, CompactLineSearch>(ring, input, keys);
        AssertSame<THash, LineSearch>(ring, input, keys);
        AssertSame<THash, InterpolationSearch>(ring, input, keys);
    }

    private static void AssertSame<THash, TSearch>(HashRing ring, RingInput input, string[] keys)
        where THash : struct, IKeyHash<THash>
        where TSearch : struct, IPointSearch<TSearch>
    {
        foreach (HashRing<THash, TSearch> generic in new[] { new HashRing<THash, TSearch>(ring), new(input.Nodes, input.Options) })
        {
            Assert.Equal(ring.Nodes, generic.Nodes);
            Assert.Equal(ring.PointCount, generic.PointCount);
            Assert.Equal(ring.Positions.ToArray(), generic.Positions.ToArray());
            Assert.Equal(ring.Owners.ToArray(), generic.Owners.ToArray());
            Assert.All(keys, key => AssertAnswers(generic, key, ring.GetNodeIndex(key)));
            foreach (uint position in RingAssert.Edges(ring).Append(uint.MaxValue))
            {
                Assert.Equal(ring.GetNodeIndexAt(position), generic.GetNodeIndexAt(position));
            }
        }
    }

    private static void AssertAnswers<THash, TSearch>(HashRing<THash, TSearch> ring, string text, int owner)
        where THash : struct, IKeyHash<THash>
        where TSearch : struct, IPointSearch<TSearch>
    {
        var key = new Key(text);
        string? name = owner < 0 ? null : ring.Nodes[owner];
        Assert.Equal(owner, ring.GetNodeIndex(text));
        Assert.Equal(owner, ring.GetNodeIndex(key.Chars));
        Assert.Equal(owner, ring.GetNodeIndex(key.Utf8));
        Assert.Equal(name, ring.GetNode(text));
        Assert.Equal(name, ring.GetNode(key.Chars));
        Assert.Equal(name, ring.GetNode(key.Utf8));
        ring.GetNodeIndices(key.Packed, key.Offsets, key.Answers);
        Assert.Equal(owner, key.Answers[1]);
        ring.GetNodeIndices(key.Batch, key.Answers);
        Assert.Equal(owner, key.Answers[1]);
    }

    private static uint Fnv(string text) => FnvHash.Position(Encoding.UTF8.GetBytes(text));
}
