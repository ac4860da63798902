using System.Globalization;
using System.Net;
using System.Text;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Plots;

/// <summary>Charts to SVG with text as text: right without any font installed, and legible on light and dark paper.</summary>
internal static class SvgRenderer
{
    /// <summary>The rules a chart needs from its page; a chart that stands alone carries them itself.</summary>
    internal const string Style =
        ".rp text{font:14px system-ui,'Segoe UI','DejaVu Sans',Helvetica,Arial,sans-serif;fill:#24292f}" +
        ".rp .t{font-size:17px;font-weight:600}.rp .k{font-size:13px}.rp .g{stroke:#8886;stroke-width:1}.rp .f{fill:none;stroke:#888}.rp .h{fill:#8880}.rp .h:hover{fill:#8886}" +
        "@media(prefers-color-scheme:dark){.rp text{fill:#e6edf3}}";

    private const double Left = 74;
    private const double Right = 18;
    private const double Top = 46;
    private const double LegendRow = 22;

    /// <summary>A document of its own, with a background.</summary>
    internal static string Document(Chart chart)
    {
        string paper = "<style>" + Style + ".rp .p{fill:#fff}@media(prefers-color-scheme:dark){.rp .p{fill:#0d1117}}</style>" +
            "<rect class=\"p\" width=\"100%\" height=\"100%\"/>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Draw(chart, paper) + "\n";
    }

    /// <summary>An element for a page that carries <see cref="Style"/>.</summary>
    internal static string Element(Chart chart) => Draw(chart, "");

    private static string Draw(Chart chart, string paper)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rp\" viewBox=\"0 0 {Chart.Width} {chart.Height}\" role=\"img\" aria-labelledby=\"{chart.Name}-t {chart.Name}-d\">");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<title id=\"{chart.Name}-t\">{Escape(chart.Title)}</title><desc id=\"{chart.Name}-d\">{Escape(chart.Description)}</desc>{paper}");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t\" x=\"{Chart.Width / 2}\" y=\"26\" text-anchor=\"middle\">{Escape(chart.Title)}</text>");
        if (chart is { X: { } x, Y: { } y })
        {
            double legend = chart.Legend.Any() ? LegendRow : 0;
            double bottom = x.Slanted ? x.SlantedDepth + 40 : 62;
            double left = Math.Max(Left, y.Depth);
            var frame = new SvgFrame(svg, x, y, left, Top + legend, Chart.Width - left - Right, chart.Height - Top - legend - bottom);
            frame.DrawAxes();
            foreach (Mark mark in chart.Marks)
            {
                frame.Draw(mark);
            }

            SvgLegend.DrawRow(svg, chart.Legend, left, Top + 4);
        }
        else
        {
            SvgCircle.Draw(svg, chart, Top);
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Text safe inside an element or an attribute; characters that XML forbids are shown as \uXXXX.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(PrintableText.Of(text));
}
