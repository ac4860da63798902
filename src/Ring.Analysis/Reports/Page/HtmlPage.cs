using System.Text;
using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>A report as one self-contained page: summary first, then a section a question, each with its plots and tables, and how to make it again.</summary>
internal static class HtmlPage
{
    internal static string Of(ReportData data, bool hasPng)
    {
        string title = $"Ring of {Wording.Count(data.Ring.Nodes.Count, "node")} × {Wording.Count(data.Ring.Options.Replicas, "replica")}";
        return new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
            .Append("<title>Ring report</title>\n<style>\n").Append(PageResource.Text("page.css")).Append(SvgRenderer.Style).Append("\n</style>\n</head>\n<body>\n<main>\n")
            .Append("<h1>").Append(PageText.Escape(title)).Append("</h1>\n")
            .Append(ReportSummary.Html(data))
            .Append(PageResource.Text("contents.html"))
            .Append(BalanceSection.Html(data, hasPng))
            .Append(MovementSection.Html(data, hasPng))
            .Append(RingSection.Html(data))
            .Append(SweepSection.Html(data, hasPng))
            .Append(CollisionSection.Html(data.Collisions))
            .Append(CompareSection.Html(data, hasPng))
            .Append(BenchmarkSection.Html(data, hasPng))
            .Append(RunSection.Html(data))
            .Append("</main>\n<div id=\"tip\" role=\"status\" hidden></div>\n<script>\n\"use strict\";\n").Append(PageResource.Text("page.js")).Append("</script>\n</body>\n</html>\n")
            .ToString();
    }
}
