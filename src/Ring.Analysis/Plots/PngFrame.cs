using ScottPlot;

namespace RingPerf.Analysis.Plots;

/// <summary>The plotting area of a PNG chart with axes.</summary>
internal sealed class PngFrame(Plot plot, Axis x, Axis y)
{
    internal void DrawAxes()
    {
        plot.Axes.SetLimits(Of(x, x.Low), Of(x, x.High), Of(y, y.Low), Of(y, y.High));
        plot.XLabel(x.Label, size: 15);
        plot.YLabel(y.Label, size: 15);
        plot.Axes.Bottom.SetTicks([.. x.Ticks.Select(tick => Of(x, tick.Value))], [.. x.Ticks.Select(tick => tick.Text)]);
        plot.Axes.Left.SetTicks([.. y.Ticks.Select(tick => Of(y, tick.Value))], [.. y.Ticks.Select(tick => tick.Text)]);
        if (x.Slanted)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = (float)-Axis.Slant;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.TickLabelStyle.OffsetY = 8;
            plot.Axes.Bottom.MinimumSize = (float)x.SlantedDepth + 40;
        }
    }

    internal void Draw(Mark mark)
    {
        ScottPlot.Color color = PngColor.Of(mark.Color);
        switch (mark)
        {
            case BarMark bars:
                ScottPlot.Plottables.BarPlot plotted = plot.Add.Bars(bars.Bars.Select(ToBar).ToArray());
                plotted.LegendText = mark.Label ?? "";
                break;
            case LineMark line:
                ScottPlot.Plottables.Scatter scatter = plot.Add.ScatterLine(Coordinates(line.Points), color);
                scatter.LineWidth = 2.5f;
                scatter.LinePattern = line.Dashed ? LinePattern.Dashed : LinePattern.Solid;
                scatter.LegendText = mark.Label ?? "";
                break;
            case DotMark dots:
                ScottPlot.Plottables.Scatter points = plot.Add.ScatterPoints(Coordinates(dots.Points), color);
                points.MarkerSize = (float)(2 * dots.Radius);
                points.LegendText = mark.Label ?? "";
                break;
            case CellMark cells:
                foreach (Cell cell in cells.Cells)
                {
                    ScottPlot.Plottables.Rectangle drawn = plot.Add.Rectangle(cell.X - 0.5, cell.X + 0.5, cell.Y - 0.5, cell.Y + 0.5);
                    drawn.FillColor = PngColor.Of(cell.Color);
                    drawn.LineWidth = 0;
                }

                if (mark.Label is { } label)
                {
                    plot.Legend.ManualItems.Add(new LegendItem { LabelText = label, FillColor = color, LineWidth = 0 });
                }

                break;
            case BandMark band:
                ScottPlot.Plottables.FillY fill = plot.Add.FillY(
                    [.. band.Extents.Select(extent => (Of(x, extent.X), Clamped(extent.High), Clamped(extent.Low)))]);
                fill.FillColor = color;
                fill.LineWidth = 0;
                fill.LegendText = mark.Label ?? "";
                break;
            default:
                throw new ArgumentException($"A chart with axes cannot hold a {mark.GetType().Name}.", nameof(mark));
        }
    }

    private ScottPlot.Bar ToBar(Bar bar) => new()
    {
        Position = bar.X,
        Value = Clamped(bar.Y),
        Size = bar.Width,
        FillColor = PngColor.Of(bar.Color),
        LineWidth = 0,
    };

    private Coordinates[] Coordinates(IReadOnlyList<Point> points) =>
        [.. points.Select(point => new Coordinates(Of(x, point.X), Clamped(point.Y)))];

    private double Clamped(double value) => Of(y, Math.Clamp(value, y.Low, y.High));

    private static double Of(Axis axis, double value) => axis.Logarithmic ? Math.Log10(value) : value;
}
