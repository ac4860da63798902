using System.Text;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>What a reader in a hurry needs: three sentences and the numbers that matter.</summary>
internal static class ReportSummary
{
    private const double Significant = 0.01;

    // Below it in any cell the law of chi-square is no guide (Cochran 1954).
    private const double LeastExpected = 5;
    private const int NameWidth = 60;

    /// <summary>The three sentences.</summary>
    internal static string[] Sentences(ReportData data)
    {
        BalanceAnalysis balance = data.Balance;
        return
        [
            balance.Summary.Weighted ? OfFairShares(balance) : OfShares(balance),
            OfKeys(data.Run.Keys, balance),
            OfReplicas(data),
        ];
    }

    /// <summary>Sentences and numbers for the page.</summary>
    internal static string Html(ReportData data)
    {
        BalanceSummary summary = data.Balance.Summary;
        var html = new StringBuilder("<p id=\"summary\">");
        html.Append(SvgRenderer.Escape(string.Join(' ', Sentences(data)))).Append("</p>\n<ul class=\"numbers\">\n");
        if (summary.Weighted)
        {
            Item("greatest share over the fair one", Invariant($"{summary.PeakToExpected:0.0000}"));
            Item("least share over the fair one", Invariant($"{Ratios(data.Balance).Min(node => node.Ratio):0.0000}"));
        }
        else
        {
            Item("peak-to-mean share", Invariant($"{summary.PeakToMean:0.0000}"));
            Item("min-to-mean share", Invariant($"{summary.MinToMean:0.0000}"));
        }

        Item("coefficient of variation", Invariant($"{summary.Cv:0.0000}"));
        Item("Gini", Invariant($"{summary.Gini:0.0000}"));
        Item("points", Invariant($"{summary.Points:N0}"));
        Item("collisions", Invariant($"{summary.Collisions:N0}"));
        Item("keys", Invariant($"{data.Balance.KeySummary.Keys:N0}"));
        Item("of the circle moves in the change below", Invariant($"{data.Change.Movement.Moved:P2}"));
        if (data.Advice is { } advice)
        {
            Item(Invariant($"replicas for {advice.Target} times the mean"), Invariant($"{advice.Replicas:N0}"));
        }

        Item("bytes a point", Invariant($"{data.Ring.MemoryBytes / (double)summary.Points:0.0}"));
        return html.Append("</ul>\n").ToString();

        void Item(string name, string value) => html.Append("<li><b>").Append(value).Append("</b>").Append(name).Append("</li>\n");
    }

    private static string OfShares(BalanceAnalysis balance)
    {
        NodeBalance greatest = balance.Nodes.MaxBy(node => node.Share)!;
        NodeBalance least = balance.Nodes.MinBy(node => node.Share)!;
        return Invariant($"The busiest node, {Named(greatest)}, owns {greatest.Share:P2} of the circle, {balance.Summary.PeakToMean:0.000} times the mean; the idlest, {Named(least)}, owns {least.Share:P2}, {balance.Summary.MinToMean:0.000} times the mean.");
    }

    private static string OfFairShares(BalanceAnalysis balance)
    {
        (NodeBalance greatest, double most) = Ratios(balance).MaxBy(node => node.Ratio);
        (NodeBalance least, double fewest) = Ratios(balance).MinBy(node => node.Ratio);
        return Invariant($"For its weight the busiest node is {Named(greatest)}, which owns {greatest.Share:P2} of the circle, {most:0.000} times its fair share; the idlest is {Named(least)}, which owns {least.Share:P2}, {fewest:0.000} times its fair share.");
    }

    private static IEnumerable<(NodeBalance Node, double Ratio)> Ratios(BalanceAnalysis balance) =>
        balance.Nodes.Select(node => (node, balance.OfFair(node, node.Share) ?? 0));

    private static string Named(NodeBalance node) => PrintableText.Shortened(node.Node, NameWidth);

    private static string OfKeys(string description, BalanceAnalysis balance)
    {
        KeySummary keys = balance.KeySummary;
        if (keys.Keys == 0)
        {
            return "No keys were given.";
        }

        double leastExpected = keys.Keys * balance.Nodes.Where(node => node.Share > 0).Min(node => node.Share);
        string verdict = leastExpected < LeastExpected ? "which says little about so few keys"
            : keys.PValue < Significant ? "so they do not follow the shares as independent keys would"
            : "so they follow the shares as random keys do";
        string busiest = balance.Summary.Weighted
            ? Invariant($"{balance.Nodes.Max(node => balance.OfFair(node, node.Keys / (double)keys.Keys)):0.000} times its fair share")
            : Invariant($"{keys.PeakToMean:0.000} times the mean");
        return Invariant($"Of {keys.Keys:N0} keys ({description}) the busiest node{(balance.Summary.Weighted ? " for its weight" : "")} gets {busiest}; against the exact shares chi-square is {keys.ChiSquare:0.0} on {Wording.Count(keys.DegreesOfFreedom, "degree")} of freedom ({Wording.Probability(keys.PValue!.Value)}), {verdict}.");
    }

    private static string OfReplicas(ReportData data)
    {
        int own = data.Ring.Options.Replicas;
        SweepCell? cell = data.OwnCells.FirstOrDefault(cell => cell.Replicas == own);
        SweepCell most = data.OwnCells[^1];
        bool weighted = data.Balance.Summary.Weighted;
        string here = cell is null && most.Replicas > own ? "rings of so many nodes of equal weight have no points with as few replicas"
            : cell is null ? Invariant($"rings of so many nodes{(weighted ? " of equal weight" : "")} were drawn up to {most.Replicas:N0} replicas only, where the median peak-to-mean is {most.PeakToMean.Median:0.000}")
            : Invariant($"rings with as many {(weighted ? "replicas and nodes of equal weight" : "nodes and replicas")} have a median peak-to-mean of {cell.PeakToMean.Median:0.000} (90 % lie between {cell.PeakToMean.P05:0.000} and {cell.PeakToMean.P95:0.000})");
        string more = cell is not null && most.Replicas > own ? Invariant($"{most.Replicas:N0} replicas bring {most.PeakToMean.Median:0.000}") : "";
        string sentence = string.Join("; ", new[] { here, more }.Where(part => part.Length > 0)) + ".";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
