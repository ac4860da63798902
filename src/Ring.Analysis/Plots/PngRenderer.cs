using ScottPlot;

namespace RingPerf.Analysis.Plots;

/// <summary>Charts to PNG through ScottPlot, at twice the size of the SVG.</summary>
internal sealed class PngRenderer(PlotFont font)
{
    private const float Scale = 2;

    /// <summary>Draws a chart as the bytes of a PNG file.</summary>
    internal byte[] Draw(Chart chart)
    {
        using var plot = new Plot();
        font.ApplyTo(plot);
        plot.Title(chart.Title, size: 18);
        plot.ScaleFactor = Scale;
        if (chart is { X: { } x, Y: { } y })
        {
            var frame = new PngFrame(plot, x, y);
            foreach (Mark mark in chart.Marks)
            {
                frame.Draw(mark);
            }

            frame.DrawAxes();
            ShowLegend(plot, chart);
        }
        else
        {
            PngCircle.Draw(plot, chart);
        }

        font.ApplyTo(plot);
        return plot.GetImage((int)(Chart.Width * Scale), (int)(chart.Height * Scale)).GetImageBytes(ImageFormat.Png);
    }

    private static void ShowLegend(Plot plot, Chart chart)
    {
        if (chart.Legend.Any())
        {
            plot.Legend.Orientation = Orientation.Horizontal;
            plot.Legend.ShadowColor = Colors.Transparent;
            plot.Legend.OutlineColor = Colors.Transparent;
            plot.Legend.SymbolWidth = 30;
            plot.Legend.TightHorizontalWrapping = true;
            plot.ShowLegend(Edge.Top);
        }
        else
        {
            plot.HideLegend();
        }
    }
}
