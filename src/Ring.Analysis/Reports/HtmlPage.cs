using System.Globalization;
using System.Text;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>A report as one self-contained page: summary first, plots inline, then tables and how to make it again.</summary>
internal static class HtmlPage
{
    private const int MostRows = 2000;

    internal static string Of(ReportData data, bool hasPng)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n");
        page.Append("<title>Ring report</title>\n<style>\n").Append(PageResource.Text("page.css")).Append(SvgRenderer.Style).Append("\n</style>\n</head>\n<body>\n<main>\n");
        Append(page, $"<h1>{Escape(Title(data))}</h1>\n");
        page.Append(ReportSummary.Html(data));
        page.Append("<h2>Plots</h2>\n<div class=\"plots\">\n");
        foreach (Chart chart in data.Charts)
        {
            AppendFigure(page, chart, hasPng);
        }

        page.Append("</div>\n");
        page.Append(RingSection.Html(data));
        AppendNodes(page, data.Balance);
        AppendCollisions(page, data.Collisions);
        AppendSweep(page, data.Sweep);
        AppendRun(page, data);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Title(ReportData data) =>
        $"Ring of {Wording.Count(data.Balance.Summary.Nodes, "node")} × {Wording.Count(data.Ring.Options.Replicas, "replica")}";

    private static void AppendFigure(StringBuilder page, Chart chart, bool hasPng)
    {
        string png = hasPng ? $", <a href=\"plots/{chart.Name}.png\">PNG</a>" : "";
        page.Append(chart.X is null ? "<figure class=\"tall\">" : "<figure>").Append(SvgRenderer.Element(chart));
        Append(page, $"<figcaption>{Escape(chart.Description)} <a href=\"{ReportFiles.CsvOf(chart)}\">CSV</a>, <a href=\"plots/{chart.Name}.svg\">SVG</a>{png}</figcaption></figure>\n");
    }

    private static void AppendNodes(StringBuilder page, BalanceAnalysis balance)
    {
        page.Append("<h2 id=\"nodes\">Nodes</h2>\n<div class=\"scroll\"><table><thead><tr><th>node</th><th>points</th><th>share</th><th>of mean</th><th>keys</th></tr></thead><tbody>\n");
        foreach (NodeBalance node in balance.Nodes.Take(MostRows))
        {
            Append(page, $"<tr><td>{Escape(node.Node)}</td><td>{node.Points:N0}</td><td>{node.Share:P3}</td><td>{node.Share * balance.Nodes.Count:0.000}</td><td>{node.Keys:N0}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        AppendRest(page, balance.Nodes.Count, "balance.csv");
    }

    private static void AppendRest(StringBuilder page, int rows, string file)
    {
        if (rows > MostRows)
        {
            Append(page, $"<p class=\"soft\">The first {MostRows:N0} of {rows:N0}; the others are in <a href=\"{file}\">{file}</a>.</p>\n");
        }
    }

    private static void AppendCollisions(StringBuilder page, CollisionAnalysis collisions)
    {
        page.Append("<h2 id=\"collisions\">Collisions</h2>\n");
        Append(page, $"<p>{Wording.Count(collisions.Pairs.Count, "label")} lost the position to another label; {collisions.Expected:G3} were to be expected, and at least one has a probability of {collisions.Probability:G3} (between different nodes {collisions.AmongNodes.Probability:G3}).</p>\n");
        if (collisions.Pairs.Count == 0)
        {
            return;
        }

        page.Append("<div class=\"scroll\"><table><thead><tr><th>owner's label</th><th>label in the shadow</th><th>position</th><th>arc at stake</th></tr></thead><tbody>\n");
        foreach (CollidingPair pair in collisions.Pairs.Take(MostRows))
        {
            Append(page, $"<tr><td>{Escape(pair.Labels[0])}</td><td>{Escape(pair.Labels[1])}</td><td>0x{pair.Position:x8}</td><td>{pair.Arc:P4}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        AppendRest(page, collisions.Pairs.Count, "collisions.csv");
    }

    private static void AppendSweep(StringBuilder page, ReplicaSweep sweep)
    {
        Append(page, $"<h2 id=\"sweep\">What replicas buy</h2>\n<p class=\"soft\">{sweep.Cells[0].Seeds:N0} rings of {Wording.Count(sweep.Cells[0].Nodes, "random node")} a row; medians, with 5th to 95th percentile.</p>\n");
        page.Append("<div class=\"scroll\"><table><thead><tr><th>replicas</th><th>peak-to-mean</th><th>min-to-mean</th><th>cv</th><th>cv expected</th></tr></thead><tbody>\n");
        foreach (SweepCell cell in sweep.Cells)
        {
            Append(page, $"<tr><td>{cell.Replicas:N0}</td><td>{Band(cell.PeakToMean)}</td><td>{Band(cell.MinToMean)}</td><td>{Band(cell.Cv)}</td><td>{cell.ExpectedCv:0.000}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void AppendRun(StringBuilder page, ReportData data)
    {
        RunDescription run = data.Run;
        page.Append("<h2>How this page was made</h2>\n<dl>\n");
        Append(page, $"<dt>command</dt><dd><code>{Escape(run.Command)}</code></dd>\n");
        Append(page, $"<dt>ring</dt><dd>{Wording.Count(data.Ring.Nodes.Count, "node")} × {Wording.Count(data.Ring.Options.Replicas, "replica")}, labels {run.Labels}, hash {run.Hash}, collisions {run.CollisionRule}</dd>\n");
        Append(page, $"<dt>keys</dt><dd>{Escape(run.Keys)}</dd>\n");
        Append(page, $"<dt>seeds</dt><dd>{data.Sweep.Cells[0].Seeds:N0} from {data.Seed}</dd>\n");
        Append(page, $"<dt>software</dt><dd>ringperf {Escape(run.Version)}, {Escape(run.Runtime)}, {Escape(run.Platform)}</dd>\n</dl>\n");
        page.Append("<p class=\"soft\">Data: <a href=\"balance.json\">balance.json</a>, <a href=\"collisions.json\">collisions.json</a>, <a href=\"sweep.json\">sweep.json</a>, <a href=\"ring.csv\">ring.csv</a>.</p>\n");
    }

    private static string Band(Quantiles quantiles) => Text($"{quantiles.Median:0.000} ({quantiles.P05:0.000}–{quantiles.P95:0.000})");

    private static string Escape(string text) => SvgRenderer.Escape(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder page, FormattableString text) => page.Append(Text(text));
}
