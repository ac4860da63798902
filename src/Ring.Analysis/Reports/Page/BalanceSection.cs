using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>Who owns how much of the circle, and of the keys.</summary>
internal static class BalanceSection
{
    internal static string Html(ReportData data, bool hasPng)
    {
        BalanceAnalysis balance = data.Balance;
        var table = new PageTable("balance.csv", 1, "node", "points", "share", balance.Summary.Weighted ? "of fair share" : "of mean", "keys");
        foreach (NodeBalance node in balance.Nodes)
        {
            table.Row(
                PageText.Escape(node.Node), PageText.Of($"{node.Points:N0}"), PageText.Of($"{node.Share:P3}"),
                PageText.Of($"{balance.OfFair(node, node.Share):0.000}"), PageText.Of($"{node.Keys:N0}"));
        }

        return "<h2 id=\"balance\">Who owns how much</h2>\n" + PageFigure.Html(data, hasPng, "ownership", "ring", "arc-lengths") +
            "<h3 id=\"nodes\">Nodes</h3>\n" + table.Html();
    }
}
