using System.Text;

namespace RingPerf.Tests.Concurrency;

/// <summary>What each call does, on one thread.</summary>
public sealed class ConcurrentHashRingTests
{
    private readonly ConcurrentHashRing _ring = new(new HashRing(["a", "b"]));

    [Fact]
    public void TryAddAndTryRemove_FirstNode_FindIt()
    {
        var ring = new ConcurrentHashRing(new HashRing(["first", "second"], 2));

        Assert.False(ring.TryAdd("first", out RingChange? added));
        Assert.Null(added);
        Assert.True(ring.TryRemove("first", out RingChange? removed));
        Assert.Equal(["second"], removed.After.Nodes);
    }

    [Fact]
    public void Constructor_FirstRing_IsVersion1()
    {
        HashRing first = new(["a"]);
        ConcurrentHashRing ring = new(first);

        Assert.Same(first, ring.Current.Ring);
        Assert.Equal(1, ring.Version);
        Assert.Equal(1, ring.Current.Version);
        Assert.Throws<ArgumentNullException>("ring", () => new ConcurrentHashRing(null!));
    }

    [Fact]
    public void Add_NewNode_IsPublishedAsTheNextVersion()
    {
        RingSnapshot before = _ring.Current;
        RingChange change = _ring.Add("c");

        Assert.Same(before.Ring, change.Before);
        Assert.Same(_ring.Current.Ring, change.After);
        Assert.Equal(2, change.Version);
        Assert.Equal(2, _ring.Version);
        Assert.Equal(1, before.Version);
        RingAssert.Same(new HashRing(["a", "b", "c"]), change.After);
    }

    [Fact]
    public void Remove_Node_IsPublishedAsTheNextVersion()
    {
        RingChange change = _ring.Remove("a");

        Assert.Equal(["b"], _ring.Current.Ring.Nodes);
        Assert.Equal(2, change.Version);
        Assert.Equal("b", _ring.GetNode("key"));
    }

    [Fact]
    public void Change_ThatCannotBe_ThrowsAndPublishesNothing()
    {
        Assert.Throws<ArgumentException>("node", () => _ring.Add("a"));
        Assert.Throws<ArgumentException>("node", () => _ring.Remove("c"));
        Assert.Throws<ArgumentException>("node", () => _ring.Add("\ud800"));
        Assert.Throws<ArgumentException>("node", () => _ring.TryAdd("\ud800", out _));
        Assert.Throws<ArgumentNullException>("node", () => _ring.Remove(null!));
        Assert.Throws<ArgumentNullException>("node", () => _ring.Add(null!));
        Assert.Throws<ArgumentNullException>("node", () => _ring.TryAdd(null!, out _));
        Assert.Throws<ArgumentNullException>("node", () => _ring.TryRemove(null!, out _));
        Assert.Throws<ArgumentNullException>("update", () => _ring.Update(null!));
        Assert.Throws<TimeoutException>(() => _ring.Update(_ => throw new TimeoutException()));
        MessageAssert.Starts("update gave null; it must give a ring.", Assert.Throws<InvalidOperationException>(() => _ring.Update(_ => null!)));
        MessageAssert.Starts(
            "The ring that update gave has the hash Crc32; it must have Md5, ",
            Assert.Throws<ArgumentException>("update", () => _ring.Update(_ => new HashRing([], new HashRingOptions { Hash = HashFunction.Crc32 }))));
        Assert.Equal(1, _ring.Version);
    }

    [Fact]
    public void TryAddAndTryRemove_Twice_ChangeOnce()
    {
        Assert.True(_ring.TryAdd("c", out RingChange? added));
        Assert.False(_ring.TryAdd("c", out RingChange? again));
        Assert.Null(again);
        Assert.Equal(2, added.Version);
        Assert.True(_ring.TryRemove("c", out RingChange? removed));
        Assert.False(_ring.TryRemove("c", out again));
        Assert.Null(again);
        Assert.Equal(3, removed.Version);
        Assert.Same(added.After, removed.Before);
    }

    [Fact]
    public void Update_SameRing_SpendsNoVersion()
    {
        RingChange change = _ring.Update(ring => ring);

        Assert.Same(change.Before, change.After);
        Assert.Equal(1, change.Version);
        Assert.Equal(1, _ring.Version);
        Assert.Empty(change.GetMoves());
    }

    [Fact]
    public void Update_OvertakenByAnother_IsBuiltOnItsResult()
    {
        int calls = 0;
        RingChange change = _ring.Update(ring =>
        {
            if (calls++ == 0)
            {
                _ring.Add("overtakes");
            }

            return ring.Add("c");
        });

        Assert.Equal(2, calls);
        Assert.Equal(3, change.Version);
        Assert.Equal(["a", "b", "overtakes", "c"], change.After.Nodes);
    }

    [Fact]
    public void GetNode_EveryOverload_AsksTheCurrentRing()
    {
        _ring.Add("c");
        for (int i = 0; i < 100; i++)
        {
            string key = $"res-{i}";
            string? expected = _ring.Current.Ring.GetNode(key);

            Assert.Equal(expected, _ring.GetNode(key));
            Assert.Equal(expected, _ring.GetNode(key.AsSpan()));
            Assert.Equal(expected, _ring.GetNode(Encoding.UTF8.GetBytes(key)));
        }
    }

    [Fact]
    public void Reads_WarmLoop_AllocateNothing()
    {
        long sum = 0;
        Assert.Equal(0, Allocation.Of(() => _ring.GetNode("key"), 50, 100));
        Assert.Equal(0, Allocation.Of(() => _ring.GetNode("key"u8), 50, 100));
        Assert.Equal(0, Allocation.Of(() => _ring.Current.Ring.GetNodeIndex("key"), 50, 100));
        Assert.Equal(0, Allocation.Of(() => sum += _ring.Version, 50, 100));
        Assert.InRange(sum, 150, long.MaxValue);
    }
}
