using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>Plots with their numbers, files and commands.</summary>
internal static class PageFigure
{
    /// <summary>Those of the figures whose names are given, side by side where there is room.</summary>
    internal static string Html(ReportData data, bool hasPng, params ReadOnlySpan<string> names)
    {
        string html = "";
        foreach (string name in names)
        {
            html += data.Figures.FirstOrDefault(figure => figure.Chart.Name == name) is { } figure ? Html(figure, hasPng) : "";
        }

        return $"<div class=\"plots\">\n{html}</div>\n";
    }

    private static string Html(ReportFigure figure, bool hasPng)
    {
        Chart chart = figure.Chart;
        string png = hasPng ? $", <a href=\"plots/{chart.Name}.png\">PNG</a>" : "";
        return (chart.X is null ? "<figure class=\"tall\">" : "<figure>") + SvgRenderer.Element(chart) +
            $"<figcaption>{PageText.Escape(chart.Caption)} <a href=\"{figure.Csv}\">CSV</a>, <a href=\"plots/{chart.Name}.svg\">SVG</a>{png}" +
            $"<details><summary>Command</summary>{PageText.Command(figure.Command)}</details></figcaption></figure>\n";
    }
}
