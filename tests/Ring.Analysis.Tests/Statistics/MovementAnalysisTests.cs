using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class MovementAnalysisTests
{
    private static readonly KeyMoves NoKeys = new(0, 0, new Dictionary<(int From, int To), long>());

    public static TheoryData<int, int, int, int> Changes => new()
    {
        { 1, 1, 0, 1 },
        { 1, 0, 1, 1 },
        { 1, 3, 2, 1 },
        { 2, 1, 0, 100 },
        { 4, 0, 1, 17 },
        { 3, 2, 2, 5 },
        { 5, 1, 4, 40 },
        { 1, 5, 5, 3 },
    };

    // The circle cut at every point of both rings: the plainest way to say who loses what to whom.
    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_AnyChange_IsWhatTheSlowRingsSay(int stay, int come, int go, int replicas)
    {
        string[] both = Named("stay", stay);
        string[] before = [.. Named("go", go), .. both];
        string[] after = [.. both, .. Named("come", come)];
        var slowBefore = new SlowRing(before, replicas);
        var slowAfter = new SlowRing(after, replicas);
        var expected = new Dictionary<(string, string), ulong>();
        ulong[] cuts = [0, .. slowBefore.Positions.Concat(slowAfter.Positions).Distinct().Order().Select(position => (ulong)position), 1UL << 32];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            if (cuts[i] < cuts[i + 1] && (slowBefore.OwnerAt((uint)cuts[i]), slowAfter.OwnerAt((uint)cuts[i])) is var flow && flow.Item1 != flow.Item2)
            {
                expected[flow] = expected.GetValueOrDefault(flow) + (cuts[i + 1] - cuts[i]);
            }
        }

        MovementAnalysis movement = MovementAnalysis.Of(new HashRing(before, replicas), new HashRing(after, replicas), NoKeys);

        Assert.Equal(
            expected.OrderBy(flow => flow.Key).Select(flow => (flow.Key.Item1, flow.Key.Item2, flow.Value / 4294967296.0)),
            movement.Flows.Select(flow => (flow.From, flow.To, flow.Share)).Order());
        Assert.Equal(movement.Flows.Select(flow => flow.Share).OrderDescending(), movement.Flows.Select(flow => flow.Share));
        Assert.Equal(expected.Values.Sum(length => (long)length) / 4294967296.0, movement.Moved);
        Assert.Equal(before.Select(node => (node, slowBefore.LengthOf(node) / 4294967296.0)), movement.Before.Select(node => (node.Node, node.Share)));
        Assert.Equal(after.Select(node => (node, slowAfter.LengthOf(node) / 4294967296.0)), movement.After.Select(node => (node.Node, node.Share)));
        string[] all = [.. before.Union(after)];
        Assert.Equal(
            all.Sum(node => Math.Abs((double)slowBefore.LengthOf(node) - slowAfter.LengthOf(node))) / 2 / 4294967296.0, movement.Least);
        Assert.True(movement.Moved >= movement.Least);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Between_AnyChange_GivesRangesWhoseEndsMoveAndWhoseNeighboursDoNot(int stay, int come, int go, int replicas)
    {
        string[] both = Named("stay", stay);
        var before = new HashRing([.. Named("go", go), .. both], replicas);
        var after = new HashRing([.. both, .. Named("come", come)], replicas);

        MovedRange[] ranges = MovedRange.Between(before, after);

        Assert.NotEmpty(ranges);
        Assert.Equal(ranges.Select(range => range.Start).Order(), ranges.Select(range => range.Start));
        Assert.All(ranges, range =>
        {
            Assert.All((uint[])[range.Start, range.Last], position => Assert.Equal((range.From, range.To), Flow(position)));
            Assert.NotEqual((range.From, range.To), Flow(unchecked(range.Start - 1)));
            Assert.NotEqual((range.From, range.To), Flow(unchecked(range.Last + 1)));
            Assert.Equal((unchecked(range.Last - range.Start) + 1.0) / 4294967296.0, range.Share);
        });

        (string, string) Flow(uint position) => (before.Nodes[before.GetNodeIndexAt(position)], after.Nodes[after.GetNodeIndexAt(position)]);
    }

    [Fact]
    public void Of_NodesThatOnlyComeOrOnlyGo_MoveTheLeast()
    {
        var ring = new HashRing(Named("node", 20));

        MovementAnalysis added = MovementAnalysis.Of(ring, ring.Add("x").Add("y"), NoKeys);
        MovementAnalysis removed = MovementAnalysis.Of(ring, ring.Remove("node-3").Remove("node-7"), NoKeys);
        MovementAnalysis both = MovementAnalysis.Of(ring, ring.Add("x").Remove("node-3"), NoKeys);

        Assert.Equal(added.Least, added.Moved);
        Assert.Equal(removed.Least, removed.Moved);
        Assert.True(both.Moved > both.Least);
        Assert.All(added.Flows, flow => Assert.Contains(flow.To, (string[])["x", "y"]));
        Assert.All(removed.Flows, flow => Assert.Contains(flow.From, (string[])["node-3", "node-7"]));
    }

    [Fact]
    public void Of_TheSameRing_MovesNothing()
    {
        var ring = new HashRing(["a", "b"], 5);

        MovementAnalysis movement = MovementAnalysis.Of(ring, new HashRing(["b", "a"], 5), NoKeys);

        Assert.Equal((0, 0, 0), (movement.Moved, movement.Least, movement.RangeCount));
        Assert.Empty(movement.Flows);
    }

    private static string[] Named(string name, int count) => [.. Enumerable.Range(0, count).Select(i => $"{name}-{i}")];
}
