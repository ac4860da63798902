using System.Globalization;
using System.Text;

namespace RingPerf.Analysis.Plots;

/// <summary>Sectors of the unit circle as SVG: one path a node, so that a ring of thousands of arcs stays small.</summary>
internal static class SvgCircle
{
    private const double Radius = 320;
    private const int LegendRows = 16;

    internal static void Draw(StringBuilder svg, Chart chart, double top)
    {
        double x = Chart.Width / 2.0;
        double y = top + Radius + 4;
        foreach (SectorMark mark in chart.Marks.OfType<SectorMark>())
        {
            svg.Append("<path d=\"");
            foreach (Sector sector in mark.Sectors)
            {
                AppendSector(svg, sector, x, y);
            }

            svg.Append(
                CultureInfo.InvariantCulture,
                $"\" fill=\"{mark.Color.Hex}\" fill-rule=\"evenodd\"><title>{SvgRenderer.Escape(mark.Hover)}</title></path>");
        }

        Mark[] legend = [.. chart.Legend.Take(LegendRows)];
        if (legend.Length > 0)
        {
            SvgLegend.DrawColumn(svg, legend, x, y - (legend.Length * 19 / 2.0) + 14);
        }
    }

    private static void AppendSector(StringBuilder svg, Sector sector, double x, double y)
    {
        // An SVG arc from a point to itself draws nothing, so a whole turn is two halves.
        if (sector.Turn > 0.999_999)
        {
            AppendSector(svg, sector with { Turn = 0.5 }, x, y);
            AppendSector(svg, sector with { Start = sector.Start + 0.5, Turn = 0.5 }, x, y);
            return;
        }

        double end = sector.Start + sector.Turn;
        int large = sector.Turn > 0.5 ? 1 : 0;
        double outer = sector.Outer * Radius;
        double inner = sector.Inner * Radius;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"M{At(outer, sector.Start)}A{outer:0.#} {outer:0.#} 0 {large} 1 {At(outer, end)}L{At(inner, end)}A{inner:0.#} {inner:0.#} 0 {large} 0 {At(inner, sector.Start)}Z");

        string At(double radius, double turn)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * turn);
            return string.Create(CultureInfo.InvariantCulture, $"{x + (radius * sin):0.##} {y - (radius * cos):0.##}");
        }
    }
}
