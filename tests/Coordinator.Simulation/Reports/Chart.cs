using System.Globalization;
using System.Net;
using System.Text;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>One chart of an SVG: a frame, two axes, lines, and places worth knowing on the X axis.</summary>
internal sealed record Chart(string Title, ChartAxis X, ChartAxis Y, IReadOnlyList<ChartSeries> Series)
{
    private const double LegendRow = 20;

    internal IReadOnlyList<(double X, string Text)> Marks { get; init; } = [];

    /// <summary>Draws it into a rectangle, the frame's; labels lie outside.</summary>
    internal string Svg(double left, double top, double width, double height)
    {
        var svg = new StringBuilder();
        double bottom = top + height;
        Text(left + (width / 2), top - 12, "middle", Title, "b");
        foreach ((double value, string text) in X.Marks())
        {
            Line("g", $"M{AtX(value):0.#} {top:0.#}V{bottom + 5:0.#}");
            Text(AtX(value), bottom + 20, "middle", text);
        }

        foreach ((double value, string text) in Y.Marks())
        {
            Line("g", $"M{left - 5:0.#} {AtY(value):0.#}h{width + 5:0.#}");
            Text(left - 9, AtY(value) + 4, "end", text);
        }

        Text(left + (width / 2), bottom + 42, "middle", X.Label);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text transform=\"translate({left - 64:0.#} {top + (height / 2):0.#}) rotate(-90)\" text-anchor=\"middle\">{Escaped(Y.Label)}</text>\n");
        foreach ((double x, string text) in Marks)
        {
            Line("m", $"M{AtX(x):0.#} {top:0.#}V{bottom:0.#}");
            Text(AtX(x) - 5, top + 14, "end", text, "s");
        }

        for (int row = 0; row < Series.Count; row++)
        {
            ChartSeries line = Series[row];
            string style = line.IsDashed ? "l d" : "l";
            string path = string.Join(
                'L', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{AtX(point.X):0.#} {AtY(point.Y):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" stroke=\"{line.Color}\" d=\"M{path}\"/>\n");
            double y = bottom + 64 + (row * LegendRow);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" stroke=\"{line.Color}\" d=\"M{left:0.#} {y - 4:0.#}h24\"/>\n");
            Text(left + 32, y, "start", line.Name);
        }

        return svg.ToString();

        double AtX(double value) => left + (width * X.Place(value));

        double AtY(double value) => bottom - (height * Y.Place(value));

        void Line(string style, FormattableString path) =>
            svg.Append("<path class=\"").Append(style).Append("\" d=\"").Append(path.ToString(CultureInfo.InvariantCulture)).Append("\"/>\n");

        void Text(double x, double y, string anchor, string text, string style = "n") => svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Escaped(text)}</text>\n");
    }

    internal static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
