using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Plots;

/// <summary>From whom to whom: a row a node before, a column a node after, darker where more of the circle goes; the diagonal stays.</summary>
internal static class MovementPlot
{
    private const int MostNames = 24;
    private const int MostCells = 10_000;
    private const int NameWidth = 12;
    private const double Faintest = 0.15;

    internal static Chart Of(MovementAnalysis movement)
    {
        string[] nodes = [.. movement.Before.Select(node => node.Node).Union(movement.After.Select(node => node.Node))];
        var places = nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place, StringComparer.Ordinal);
        int n = nodes.Length;
        double most = movement.Flows.Count == 0 ? 0 : movement.Flows.Max(flow => flow.Share);
        Cell[] flows =
        [
            .. movement.Flows.Take(MostCells).Select(flow => new Cell(
                places[flow.To] + 1,
                n - places[flow.From],
                Color.Contrast with { Opacity = Faintest + ((1 - Faintest) * flow.Share / most) },
                Invariant($"{flow.From} → {flow.To}: {flow.Share:P3} of the circle, {flow.Keys:N0} keys"))),
        ];
        var lost = movement.Flows.GroupBy(flow => flow.From).ToDictionary(group => group.Key, group => group.Sum(flow => flow.Share), StringComparer.Ordinal);
        var after = movement.After.Select(node => node.Node).ToHashSet(StringComparer.Ordinal);
        Cell[] stays =
        [
            .. movement.Before.Select(node => (node.Node, Kept: Math.Max(0, node.Share - lost.GetValueOrDefault(node.Node))))
                .Where(node => after.Contains(node.Node))
                .Take(MostCells)
                .Select(node => new Cell(
                    places[node.Node] + 1, n - places[node.Node], Color.Neutral with { Opacity = 0.35 }, Invariant($"{node.Node} keeps {node.Kept:P3} of the circle"))),
        ];
        return new Chart(
            "movement",
            Invariant($"{movement.Moved:P2} of the circle moves; the least possible is {movement.Least:P2}"),
            Invariant($"A grid of {n} nodes: rows are owners before, columns owners after; {movement.Flows.Count:N0} flows, the greatest of {most:P3} of the circle, are the darkest where they are greatest, and the diagonal is what stays."),
            Names("owner after the change", n, place => nodes[place], slanted: true),
            Names("owner before the change", n, place => nodes[n - 1 - place], slanted: false),
            [new CellMark(Color.Neutral with { Opacity = 0.35 }, "stays", stays), new CellMark(Color.Contrast, "moves, darker is more", flows)]);
    }

    private static Axis Names(string label, int n, Func<int, string> name, bool slanted) => n > MostNames
        ? Axis.Linear(label + ", by place", 0.5, n + 0.5)
        : new Axis(
            label, 0.5, n + 0.5, [.. Enumerable.Range(0, n).Select(place => new Tick(place + 1, PrintableText.Shortened(name(place), NameWidth)))], Slanted: slanted);
}
