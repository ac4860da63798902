using System.Text;
using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Changes against the owners of both rings at every position where one can change.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class RingChangeTests
{
    [Property(MaxTest = 200)]
    public void GetMoves_AnyTwoRings_AreTheStretchesThatChangeTheirOwner(RingInput one, RingInput other)
    {
        HashRing before = one.Build();
        HashRing after = (other with { Options = other.Options with { Hash = one.Options.Hash } }).Build();
        AssertMoves(new RingChange(before, after));
    }

    [Property]
    public void GetMoves_NodeThatComesOrGoes_AreItsOwn(RingInput input)
    {
        HashRing ring = input.Build();
        AssertMoves(new RingChange(ring, ring));
        var added = new RingChange(ring, ring.Add("the new node"));
        AssertMoves(added);
        Assert.All(added.GetMoves(), move => Assert.Equal("the new node", move.To));
        Assert.Equal(added.After.GetShares()[^1], added.GetMovedShare());
        foreach (string gone in ring.Nodes)
        {
            var removed = new RingChange(ring, ring.Remove(gone));
            AssertMoves(removed);
            Assert.All(removed.GetMoves(), move => Assert.Equal(gone, move.From));
            Assert.Equal(ring.GetShares()[ring.IndexOf(gone)], removed.GetMovedShare());
        }
    }

    [Property]
    public void GetOwners_AnyKey_AreThoseOfBothRings(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        var change = new RingChange(ring, ring.Add("the new node"));
        foreach (string key in keys.Texts)
        {
            (string? Before, string? After) expected = (change.Before.GetNode(key), change.After.GetNode(key));

            Assert.Equal(expected, change.GetOwners(key));
            Assert.Equal(expected, change.GetOwners(key.AsSpan()));
            Assert.Equal(expected, change.GetOwners(Encoding.UTF8.GetBytes(key)));
        }
    }

    [Fact]
    public void GetMoves_FirstNodeAndLast_AreTheWholeCircle()
    {
        HashRing empty = new([]);
        HashRing one = new(["a"], 1);

        Assert.Equal([new RingMove(2707812305, HashRing.CircleLength, null, "a")], new RingChange(empty, one).GetMoves());
        Assert.Equal([new RingMove(2707812305, HashRing.CircleLength, "a", null)], new RingChange(one, empty).GetMoves());
        Assert.Equal(1.0, new RingChange(one, empty).GetMovedShare());
        Assert.Empty(new RingChange(empty, empty).GetMoves());
        Assert.Equal((null, "a"), new RingChange(empty, one).GetOwners("key"));
    }

    [Fact]
    public void Constructor_RingsWithoutCommonPositions_AreRefused()
    {
        HashRing md5 = new(["a"]);
        HashRing crc = new(["a"], new HashRingOptions { Hash = HashFunction.Crc32 });

        HashRing tooz = new(["a"], HashRingOptions.Tooz);
        HashRing ketama = new(["a"], HashRingOptions.Ketama);

        AssertRefused(md5, crc, "Crc32; it must have Md5");
        AssertRefused(md5, tooz, "Md5 of Tooz; it must have Md5");
        AssertRefused(ketama, tooz, "Md5 of Tooz; it must have Md5 of Ketama");
        Assert.Throws<ArgumentNullException>("before", () => new RingChange(null!, md5));
        Assert.Throws<ArgumentNullException>("after", () => new RingChange(md5, null!));
        Assert.Empty(new RingChange(md5, new HashRing(["a"], new HashRingOptions { Hash = HashFunction.Md5Platform })).GetMoves());
    }

    [Fact]
    public void GetOwners_WarmLoop_AllocatesNothing()
    {
        HashRing ring = new(["a", "b"]);
        var change = new RingChange(ring, ring.Add("c"));

        Assert.Equal(0, Allocation.Of(() => change.GetOwners("key"), 50, 100));
    }

    private static void AssertRefused(HashRing before, HashRing after, string hashes) => MessageAssert.Starts(
        $"after has the hash {hashes}, or keys have no position in common.",
        Assert.Throws<ArgumentException>(nameof(after), () => new RingChange(before, after)));

    private static void AssertMoves(RingChange change)
    {
        RingMove[] moves = change.GetMoves();
        uint[] starts = [.. change.Before.Positions.ToArray().Concat(change.After.Positions.ToArray()).Append(0u).Distinct().Order()];
        ulong moved = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            (string? from, string? to) = change.GetOwnersAt(starts[i]);
            RingMove[] over = [.. moves.Where(move => starts[i] - move.Start < move.Length)];
            if (from == to)
            {
                Assert.Empty(over);
                continue;
            }

            RingMove only = Assert.Single(over);
            Assert.Equal((from, to), (only.From, only.To));
            moved += (i + 1 < starts.Length ? starts[i + 1] : HashRing.CircleLength) - starts[i];
        }

        Assert.Equal(moved, moves.Aggregate(0UL, (sum, move) => sum + move.Length));
        Assert.Equal(moved / Math.Pow(2, 32), change.GetMovedShare());
        foreach (RingMove move in moves)
        {
            uint behind = unchecked(move.Last + 1);
            Assert.DoesNotContain(moves, next => next.Start == behind && moves.Length > 1 && (next.From, next.To) == (move.From, move.To));
            Assert.Equal((move.From, move.To), change.GetOwnersAt(move.Last));
            Assert.Equal(move.Length / Math.Pow(2, 32), move.Share);
        }
    }
}
