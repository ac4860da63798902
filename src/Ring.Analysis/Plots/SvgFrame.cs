using System.Globalization;
using System.Text;

namespace RingPerf.Analysis.Plots;

/// <summary>The plotting area of an SVG chart with axes.</summary>
internal sealed class SvgFrame(StringBuilder svg, Axis x, Axis y, double left, double top, double width, double height)
{
    internal void DrawAxes()
    {
        foreach (Tick tick in y.Ticks)
        {
            double at = Y(tick.Value);
            Append($"<path class=\"g\" d=\"M{left:0.#} {at:0.#}h{width:0.#}\"/>");
            Append($"<text x=\"{left - 8:0.#}\" y=\"{at + 5:0.#}\" text-anchor=\"end\">{SvgRenderer.Escape(tick.Text)}</text>");
        }

        double bottom = top + height;
        foreach (Tick tick in x.Ticks)
        {
            double at = X(tick.Value);
            Append($"<path class=\"g\" d=\"M{at:0.#} {bottom:0.#}v6\"/>");
            string text = SvgRenderer.Escape(tick.Text);
            Append(x.Slanted
                ? $"<text class=\"k\" transform=\"translate({at + 4:0.#} {bottom + 18:0.#}) rotate(-{Axis.Slant})\" text-anchor=\"end\">{text}</text>"
                : (FormattableString)$"<text x=\"{at:0.#}\" y=\"{bottom + 22:0.#}\" text-anchor=\"middle\">{text}</text>");
        }

        Append($"<rect class=\"f\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>");
        double below = x.Slanted ? x.SlantedDepth + 26 : 48;
        Append($"<text x=\"{left + (width / 2):0.#}\" y=\"{bottom + below:0.#}\" text-anchor=\"middle\">{SvgRenderer.Escape(x.Label)}</text>");
        double middle = top + (height / 2);
        Append($"<text transform=\"translate(18 {middle:0.#}) rotate(-90)\" text-anchor=\"middle\">{SvgRenderer.Escape(y.Label)}</text>");
    }

    internal void Draw(Mark mark)
    {
        switch (mark)
        {
            case BarMark bars:
                DrawBars(bars);
                break;
            case LineMark line:
                string dash = line.Dashed ? " stroke-dasharray=\"7 5\"" : "";
                Append($"<path d=\"{Path(line.Points)}\" fill=\"none\" stroke=\"{mark.Color.Hex}\" stroke-width=\"2.5\"{dash}/>");
                foreach (Point point in line.Points.Where(point => point.Hover is not null))
                {
                    Append($"<circle class=\"h\" cx=\"{X(point.X):0.##}\" cy=\"{Y(point.Y):0.##}\" r=\"9\">{Hover(point.Hover)}</circle>");
                }

                break;
            case DotMark dots:
                foreach (Point point in dots.Points)
                {
                    Append($"<circle cx=\"{X(point.X):0.##}\" cy=\"{Y(point.Y):0.##}\" r=\"{dots.Radius:0.#}\" fill=\"{mark.Color.Hex}\" stroke=\"#fff\" stroke-width=\"{dots.Radius / 4:0.##}\">{Hover(point.Hover)}</circle>");
                }

                break;
            case CellMark cells:
                foreach (Cell cell in cells.Cells)
                {
                    double from = X(cell.X - 0.5);
                    double ceiling = Y(cell.Y + 0.5);
                    Append($"<rect x=\"{from:0.##}\" y=\"{ceiling:0.##}\" width=\"{X(cell.X + 0.5) - from:0.##}\" height=\"{Y(cell.Y - 0.5) - ceiling:0.##}\" fill=\"{cell.Color.Hex}\" fill-opacity=\"{cell.Color.Opacity:0.###}\">{Hover(cell.Hover)}</rect>");
                }

                break;
            case BandMark band:
                IEnumerable<Point> edge = band.Extents.Select(extent => new Point(extent.X, extent.High))
                    .Concat(band.Extents.Reverse().Select(extent => new Point(extent.X, extent.Low)));
                Append($"<path d=\"{Path(edge)}Z\" fill=\"{mark.Color.Hex}\" fill-opacity=\"{mark.Color.Opacity:0.##}\"/>");
                break;
            default:
                throw new ArgumentException($"A chart with axes cannot hold a {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void DrawBars(BarMark bars)
    {
        double floor = Y(Math.Max(0, y.Low));
        foreach (Bar bar in bars.Bars)
        {
            double from = X(bar.X - (bar.Width / 2));
            double high = Y(bar.Y);
            double across = Math.Max(0.5, X(bar.X + (bar.Width / 2)) - from);
            Append($"<rect x=\"{from:0.##}\" y=\"{high:0.##}\" width=\"{across:0.##}\" height=\"{Math.Max(0, floor - high):0.##}\" fill=\"{bar.Color.Hex}\">{Hover(bar.Hover)}</rect>");
        }
    }

    private string Path(IEnumerable<Point> points)
    {
        var path = new StringBuilder();
        foreach (Point point in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L');
            path.Append(CultureInfo.InvariantCulture, $"{X(point.X):0.##} {Y(point.Y):0.##}");
        }

        return path.ToString();
    }

    private static string Hover(string? text) => text is null ? "" : $"<title>{SvgRenderer.Escape(text)}</title>";

    private double X(double value) => left + (width * x.Place(value));

    private double Y(double value) => top + (height * (1 - Math.Clamp(y.Place(value), 0, 1)));

    private void Append(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
