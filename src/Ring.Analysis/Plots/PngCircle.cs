using RingPerf.Analysis.Inputs;
using ScottPlot;

namespace RingPerf.Analysis.Plots;

/// <summary>Sectors of the unit circle as polygons.</summary>
internal static class PngCircle
{
    private const double StepsPerTurn = 720;
    private const int LegendRows = 16;
    private const double LegendRow = 0.065;
    private const double SampleWidth = 0.05;
    private const double LetterWidth = 0.024;

    internal static void Draw(Plot plot, Chart chart)
    {
        foreach (SectorMark mark in chart.Marks.OfType<SectorMark>())
        {
            foreach (Sector sector in mark.Sectors)
            {
                ScottPlot.Plottables.Polygon polygon = plot.Add.Polygon(Outline(sector));
                polygon.FillColor = PngColor.Of(mark.Color);
                polygon.LineWidth = 0;
            }
        }

        DrawLegend(plot, [.. chart.Legend.Take(LegendRows)]);
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.IsVisible = false;
        }

        plot.HideGrid();
        plot.HideLegend();
        plot.Axes.SetLimits(-1.03, 1.03, -1.03, 1.03);
        plot.Axes.SquareUnits();
    }

    // Text stands in the middle of the ring, where the SVG has it too.
    private static void DrawLegend(Plot plot, Mark[] marks)
    {
        if (marks.Length == 0)
        {
            return;
        }

        double left = -(SampleWidth + (marks.Max(mark => PrintableText.WidthOf(mark.Label!)) * LetterWidth)) / 2;
        for (int row = 0; row < marks.Length; row++)
        {
            double y = ((marks.Length - 1) / 2.0 - row) * LegendRow;
            ScottPlot.Plottables.Marker sample = plot.Add.Marker(left, y, MarkerShape.FilledSquare, 13, PngColor.Of(marks[row].Color));
            sample.LegendText = "";
            ScottPlot.Plottables.Text text = plot.Add.Text(marks[row].Label!, left + SampleWidth, y);
            text.LabelAlignment = Alignment.MiddleLeft;
            text.LabelFontSize = 14;
        }
    }

    private static Coordinates[] Outline(Sector sector)
    {
        int steps = Math.Max(1, (int)Math.Ceiling(sector.Turn * StepsPerTurn));
        var outline = new Coordinates[2 * (steps + 1)];
        for (int i = 0; i <= steps; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * (sector.Start + (sector.Turn * i / steps)));
            outline[i] = new Coordinates(sector.Outer * sin, sector.Outer * cos);
            outline[^(i + 1)] = new Coordinates(sector.Inner * sin, sector.Inner * cos);
        }

        return outline;
    }
}
