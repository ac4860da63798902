using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>What moves as JSON, CSV or tables.</summary>
internal static class MovementText
{
    internal static string Json(MovementAnalysis movement) => JsonContract.Text(movement);

    internal static string Csv(MovementAnalysis movement)
    {
        var csv = new CsvText("from", "to", "share", "keys");
        foreach (Flow flow in movement.Flows)
        {
            csv.Row(flow.From, flow.To, flow.Share, flow.Keys);
        }

        return csv.ToString();
    }

    internal static string SharesCsv(MovementAnalysis movement)
    {
        var csv = new CsvText("node", "before", "after");
        foreach ((string node, double? before, double? after) in Shares(movement))
        {
            csv.Row(node, before, after);
        }

        return csv.ToString();
    }

    internal static string RangesJson(IReadOnlyList<MovedRange> ranges) => JsonContract.Text(ranges);

    internal static string RangesCsv(IReadOnlyList<MovedRange> ranges)
    {
        var csv = new CsvText("start", "last", "share", "from", "to");
        foreach (MovedRange range in ranges)
        {
            csv.Row(range.Start, range.Last, range.Share, range.From, range.To);
        }

        return csv.ToString();
    }

    internal static void RangesTable(IReadOnlyList<MovedRange> ranges, ConsoleTable table) => table.Write(
        [" start", " last", " share", "from", "to"],
        ranges.Select(range => (string[])
            [Invariant($"0x{range.Start:x8}"), Invariant($"0x{range.Last:x8}"), Invariant($"{range.Share:P4}"), range.From, range.To]));

    internal static void Table(MovementAnalysis movement, ConsoleTable table)
    {
        table.Write(
            ["from", "to", " share", " keys"],
            movement.Flows.Select(flow => (string[])[flow.From, flow.To, Invariant($"{flow.Share:P4}"), Invariant($"{flow.Keys:N0}")]));
        table.Write(
            ["node", " before", " after", " change"],
            Shares(movement).Select(row => (string[])
            [
                row.Node,
                row.Before is { } before ? Invariant($"{before:P3}") : "absent",
                row.After is { } after ? Invariant($"{after:P3}") : "absent",
                Invariant($"{(row.After ?? 0) - (row.Before ?? 0):+0.000 %;-0.000 %;0.000 %}"),
            ]));
        table.Line(Invariant(
            $"moves: {movement.Moved:P4} of the circle in {Wording.Count(movement.RangeCount, "range")}; the least possible is {movement.Least:P4}"));
        table.Line(movement.Keys == 0
            ? "keys: none"
            : Invariant($"keys: {movement.KeysMoved:N0} of {movement.Keys:N0} move ({movement.KeysMoved / (double)movement.Keys:P3})"));
    }

    private static IEnumerable<(string Node, double? Before, double? After)> Shares(MovementAnalysis movement)
    {
        var after = movement.After.ToDictionary(node => node.Node, node => node.Share, StringComparer.Ordinal);
        foreach (NodeShare node in movement.Before)
        {
            yield return (node.Node, node.Share, after.Remove(node.Node, out double share) ? share : null);
        }

        foreach (NodeShare node in movement.After.Where(node => after.ContainsKey(node.Node)))
        {
            yield return (node.Node, null, node.Share);
        }
    }
}
