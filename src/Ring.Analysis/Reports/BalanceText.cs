using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>A balance as JSON, CSV or a table.</summary>
internal static class BalanceText
{
    internal static string Json(BalanceAnalysis balance) => JsonContract.Text(balance);

    internal static string Csv(BalanceAnalysis balance)
    {
        bool weighted = balance.LoadSummary is not null;
        CsvText csv = weighted ? new CsvText("node", "points", "share", "keys", "load") : new CsvText("node", "points", "share", "keys");
        foreach (NodeBalance node in balance.Nodes)
        {
            csv.Row(weighted ? [node.Node, node.Points, node.Share, node.Keys, node.Load] : [node.Node, node.Points, node.Share, node.Keys]);
        }

        return csv.ToString();
    }

    internal static void Table(BalanceAnalysis balance, ConsoleTable table)
    {
        KeySummary keys = balance.KeySummary;
        table.Write(
            ["node", " points", " share", balance.Summary.Weighted ? " of expected" : " of mean", " keys", balance.LoadSummary is null ? " keys / share" : " load"],
            balance.Nodes.Select(node => (string[])
            [
                node.Node,
                Invariant($"{node.Points:N0}"),
                Invariant($"{node.Share:P3}"),
                balance.OfFair(node, node.Share) is { } ratio ? Invariant($"{ratio:0.000}") : "",
                Invariant($"{node.Keys:N0}"),
                node.Load is { } load ? Invariant($"{load:P3}") : keys.Keys > 0 && node.Share > 0 ? Invariant($"{node.Keys / (node.Share * keys.Keys):0.000}") : "",
            ]));
        BalanceSummary summary = balance.Summary;
        table.Line($"{Wording.Count(summary.Nodes, "node")}, {Wording.Count(summary.Points, "point")}, {Wording.Count(summary.Collisions, "collision")}");
        table.Line(Invariant(
            $"shares: peak-to-mean {summary.PeakToMean:0.0000}, min-to-mean {summary.MinToMean:0.0000}, cv {summary.Cv:0.0000}, Gini {summary.Gini:0.0000}"));
        if (summary.Weighted)
        {
            table.Line(Invariant($"expected is a node's part of all points; greatest share over it {summary.PeakToExpected:0.0000}"));
        }

        if (keys.PValue is not { } p)
        {
            table.Line("keys: none");
            return;
        }

        table.Line(Invariant($"keys: {keys.Keys:N0}, peak-to-mean {keys.PeakToMean:0.0000}"));
        if (balance.LoadSummary is { } loads)
        {
            table.Line(Invariant($"load: peak-to-mean {loads.PeakToMean:0.0000}, min-to-mean {loads.MinToMean:0.0000}, cv {loads.Cv:0.0000}"));
        }

        table.Line(Invariant(
            $"keys against shares: chi-square {keys.ChiSquare:0.00} on {Wording.Count(keys.DegreesOfFreedom, "degree")} of freedom, {Wording.Probability(p)}"));
    }
}
