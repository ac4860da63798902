using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Reports;

/// <summary>Charts to the files of a folder.</summary>
internal static class PlotFiles
{
    /// <summary>Writes each chart as SVG, and as PNG where a font is at hand.</summary>
    internal static void WritePlots(this OutputFolder folder, IEnumerable<Chart> charts, PlotFont? font)
    {
        PngRenderer? png = font is null ? null : new PngRenderer(font);
        foreach (Chart chart in charts)
        {
            folder.Write($"plots/{chart.Name}.svg", SvgRenderer.Document(chart));
            if (png is not null)
            {
                folder.Write($"plots/{chart.Name}.png", png.Draw(chart));
            }
        }
    }
}
