using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Plots;

public sealed class MovementPlotTests
{
    [Fact]
    public void Of_NodeThatGoes_HasNoCellOfWhatStays()
    {
        var ring = new HashRing(["a", "b", "c"]);

        Cell[] stays = Stays(ring, ring.Remove("b"));

        Assert.Equal([(1.0, 3.0), (3.0, 1.0)], stays.Select(cell => (cell.X, cell.Y)));
    }

    [Fact]
    public void Of_ManyNodes_DrawsTenThousandCellsOfWhatStays()
    {
        var ring = new HashRing(Enumerable.Range(0, 10_001).Select(i => $"node-{i}"), 1);

        Assert.Equal(10_000, Stays(ring, ring.Add("new")).Length);
    }

    private static Cell[] Stays(HashRing before, HashRing after)
    {
        using var keys = new SeededKeys(1, 1);
        Chart chart = MovementPlot.Of(MovementAnalysis.Of(before, after, KeyMoves.Of(before, after, keys)));
        return [.. chart.Marks.OfType<CellMark>().Single(mark => mark.Label == "stays").Cells];
    }
}
