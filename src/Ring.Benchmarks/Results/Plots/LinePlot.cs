namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>Lines over two axes.</summary>
internal sealed record LinePlot(string Title, string Subtitle, PlotAxis X, PlotAxis Y, IReadOnlyList<PlotLine> Lines)
{
    private const double Height = 540;
    private const double Left = 82;
    private const double Top = 74;
    private const double Right = SvgText.Width - 274;
    private const double Bottom = Height - 66;
    private const double LegendRow = 24;

    /// <summary>Marked places, left out where they are beyond the axis.</summary>
    internal IReadOnlyList<PlotMark> Marks { get; init; } = [];

    internal string Svg()
    {
        var svg = new SvgText(Title, Subtitle, Height);
        DrawAxes(svg);
        DrawMarks(svg);
        for (int line = 0; line < Lines.Count; line++)
        {
            DrawLine(svg, line);
        }

        DrawLegend(svg);
        return svg.Document();
    }

    private void DrawAxes(SvgText svg)
    {
        foreach (double tick in Y.Ticks)
        {
            svg.Append($"<path class=\"g\" d=\"M{Left} {AtY(tick):0.#}H{Right}\"/>\n");
            svg.Text(Left - 8, AtY(tick) + 5, "end", Y.Text(tick));
        }

        foreach (double tick in X.Ticks)
        {
            svg.Append($"<path class=\"g\" d=\"M{AtX(tick):0.#} {Top}V{Bottom + 6}\"/>\n");
            svg.Text(AtX(tick), Bottom + 24, "middle", X.Text(tick));
        }

        svg.Append($"<rect class=\"f\" x=\"{Left}\" y=\"{Top}\" width=\"{Right - Left}\" height=\"{Bottom - Top}\"/>\n");
        svg.Text((Left + Right) / 2, Bottom + 50, "middle", X.Label);
        svg.Append($"<text transform=\"translate(20 {(Top + Bottom) / 2:0.#}) rotate(-90)\" text-anchor=\"middle\">{SvgText.Escaped(Y.Label)}</text>\n");
    }

    private void DrawMarks(SvgText svg)
    {
        foreach (PlotMark mark in Marks.Where(mark => X.Place(mark.X) is > 0 and < 1))
        {
            svg.Append($"<path class=\"m\" d=\"M{AtX(mark.X):0.#} {Top}V{Bottom}\"/>\n");
            svg.Text(AtX(mark.X), Top - 6, "middle", mark.Text, "s");
        }
    }

    private void DrawLine(SvgText svg, int index)
    {
        PlotLine line = Lines[index];
        string color = SvgText.Color(index);
        string path = string.Join('L', line.Points.Select(point => FormattableString.Invariant($"{AtX(point.X):0.#} {AtY(point.Y):0.#}")));
        svg.Append($"<path class=\"l\" d=\"M{path}\" stroke=\"{color}\"{SvgText.Dash(index)}/>\n");
        foreach (PlotPoint point in line.Points)
        {
            string hover = $"{line.Name}, {X.Text(point.X)}: {PlotText.Time(point.Y)}";
            svg.Append($"<circle cx=\"{AtX(point.X):0.#}\" cy=\"{AtY(point.Y):0.#}\" r=\"4\" fill=\"{color}\"><title>{SvgText.Escaped(hover)}</title></circle>\n");
        }
    }

    private void DrawLegend(SvgText svg)
    {
        // In the order of the lines' right ends, so that the eye goes straight across.
        int[] order = [.. Enumerable.Range(0, Lines.Count).OrderByDescending(line => Lines[line].Points[^1].Y)];
        for (int row = 0; row < order.Length; row++)
        {
            double y = Top + 14 + (row * LegendRow);
            svg.Append($"<path class=\"l\" d=\"M{Right + 18} {y - 5:0.#}h26\" stroke=\"{SvgText.Color(order[row])}\"{SvgText.Dash(order[row])}/>\n");
            svg.Text(Right + 52, y, "start", Lines[order[row]].Name);
        }
    }

    private double AtX(double value) => Left + ((Right - Left) * X.Place(value));

    private double AtY(double value) => Bottom - ((Bottom - Top) * Y.Place(value));
}
