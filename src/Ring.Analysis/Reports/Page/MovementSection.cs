using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>What a change of the members moves, before it is made.</summary>
internal static class MovementSection
{
    private const int MostNames = 5;
    private const int NameWidth = 40;

    internal static string Html(ReportData data, bool hasPng)
    {
        MovementAnalysis movement = data.Change.Movement;
        var table = new PageTable("movement.csv", 2, "from", "to", "share", "keys");
        foreach (Flow flow in movement.Flows)
        {
            table.Row(PageText.Escape(flow.From), PageText.Escape(flow.To), PageText.Of($"{flow.Share:P4}"), PageText.Of($"{flow.Keys:N0}"));
        }

        string example = data.Change.IsExample
            ? $" This change is an example; <code>--add</code>, <code>--remove</code> and <code>--weight</code> of <code>ringperf report</code> name another."
            : "";
        return $"<h2 id=\"movement\">What a change moves</h2>\n<p>{PageText.Escape(Sentence(data.Change))}{example}</p>\n" +
            PageFigure.Html(data, hasPng, "movement") + table.Html() +
            $"<p class=\"soft\">Shares before and after: {PageText.Link("movement-shares.csv")}. Ranges of the circle that move: {PageText.Link("movement-ranges.csv")}. Keys that move: {PageText.Link("movement-keys.csv")}.</p>\n";
    }

    private static string Sentence(PlannedChange change)
    {
        MovementAnalysis movement = change.Movement;
        string keys = movement.Keys == 0 ? "" : PageText.Of($", and {movement.KeysMoved:N0} of the {movement.Keys:N0} keys");
        return PageText.Of(
            $"If {string.Join(" and ", Parts(change.Nodes))}, {movement.Moved:P3} of the circle has another owner, in {Wording.Count(movement.RangeCount, "range")}{keys}; the least possible for these shares is {movement.Least:P3}.");
    }

    private static IEnumerable<string> Parts(NodeChanges nodes)
    {
        if (nodes.Removed.Count > 0)
        {
            yield return $"{Names(nodes.Removed)} {(nodes.Removed.Count == 1 ? "goes" : "go")}";
        }

        if (nodes.Added.Count > 0)
        {
            yield return $"{Names(nodes.Added)} {(nodes.Added.Count == 1 ? "comes" : "come")}";
        }

        string[] reweighted = [.. nodes.Weights.Keys.Except(nodes.Added)];
        if (reweighted.Length > 0)
        {
            yield return $"{Names(reweighted)} {(reweighted.Length == 1 ? "gets another weight" : "get other weights")}";
        }
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name => PrintableText.Shortened(name, NameWidth))) +
        (names.Count > MostNames ? PageText.Of($" and {names.Count - MostNames:N0} more") : "");
}
