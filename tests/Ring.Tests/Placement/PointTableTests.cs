using FsCheck.Xunit;
using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

/// <summary>Point tables over positions of few bits, so that most points collide, some three times and some with their own node.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class PointTableTests
{
    [Property(MaxTest = 1000)]
    public void WithAndWithout_ManyInARow_EqualTheModelAndSettleAfterEach(FewPoints points)
    {
        PointTableModel model = new();
        PointTable table = PointTable.Settle([], []);
        foreach (PointChange change in points.Changes)
        {
            if (change.Removes && model.Count > 0)
            {
                int node = change.Place % model.Count;
                model.Remove(node);
                table = table.Without(node);
            }
            else
            {
                uint[] added = [.. change.Positions.Order()];
                model.Add(added, change.Place % (model.Count + 1));
                table = table.With(added, model.Count - 1, model.Ranks);
            }

            model.AssertSame(table);
            model.AssertSame(model.Settle());
        }
    }

    [Property(MaxTest = 1000)]
    public void WithoutSome_HalfOfEachNode_EqualsTheModelAndIsUndoneByWith(FewPoints points)
    {
        PointTableModel model = new();
        foreach (PointChange change in points.Changes)
        {
            model.Add(change.Positions, change.Place % (model.Count + 1));
        }

        PointTable table = model.Settle();
        for (int node = 0; node < model.Count; node++)
        {
            uint[] dropped = model.DropHalf(node);
            PointTable fewer = table.WithoutSome(dropped, node);
            model.AssertSame(fewer);
            PointTable back = fewer.With(dropped, node, model.Ranks);
            Assert.Equal(table.Positions.ToArray(), back.Positions.ToArray());
            Assert.Equal(table.Owners.ToArray(), back.Owners.ToArray());
            Assert.Equal(table.Shadows, back.Shadows);
            table = fewer;
        }
    }

    [Theory]
    [InlineData(2, new uint[] { 5, 5 }, new[] { 1, 1 })]
    [InlineData(0, new uint[] { 5, 5 }, new[] { 0, 0 })]
    public void With_TwoPointsOnAnOwnedPosition_ShadowsTheRest(int rank, uint[] added, int[] expectedOwners)
    {
        PointTable table = PointTables.Of([5, 9], [0, 0]);
        int[] ranks = rank == 0 ? [1, 0] : [0, 1];
        PointTable with = table.With(added, 1, ranks);

        Assert.Equal([5u, 9u], with.Positions.ToArray());
        Assert.Equal([expectedOwners[0], 0], with.Owners.ToArray());
        Assert.Equal(rank == 0 ? [new(5, 1), new(5, 1)] : [new(5, 0), new(5, 1)], with.Shadows);
    }

    [Fact]
    public void Without_WinnerOfThree_GivesThePointToTheNext()
    {
        PointTable table = PointTable.Settle([Point(7, 0), Point(7, 1), Point(7, 2)], [1, 2, 0]);
        Assert.Equal(0, Assert.Single(table.Owners.ToArray()));
        Assert.Equal([new ShadowPoint(7, 1), new ShadowPoint(7, 2)], table.Shadows);

        PointTable without = table.Without(0);
        Assert.Equal(1, Assert.Single(without.Owners.ToArray()));
        Assert.Equal([new ShadowPoint(7, 0)], without.Shadows);
    }

    [Fact]
    public void Without_OnlyNode_LeavesNothing()
    {
        PointTable table = PointTable.Settle([Point(0, 0), Point(7, 0), Point(7, 0), Point(uint.MaxValue, 0)], [0]);
        Assert.Equal([0u, 7u, uint.MaxValue], table.Positions.ToArray());

        PointTable without = table.Without(0);
        Assert.Equal(0, without.Count);
        Assert.Empty(without.Shadows);
    }

    [Fact]
    public void WithAndWithout_AnyTable_LeaveTheGivenOneAsItWas()
    {
        PointTable table = PointTable.Settle([Point(3, 0), Point(7, 0), Point(7, 1)], [0, 1]);
        _ = table.With([3, 3, 7, 9], 2, [0, 2, 1]);
        _ = table.Without(1);

        Assert.Equal([3u, 7u], table.Positions);
        Assert.Equal([0, 1], table.Owners);
        Assert.Equal([new ShadowPoint(7, 0)], table.Shadows);
    }

    private static ulong Point(uint position, uint rank) => ((ulong)position << 32) | rank;
}
