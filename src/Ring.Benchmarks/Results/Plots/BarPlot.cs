namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>Bars from the left, one a row, with the value at the end of each.</summary>
internal sealed record BarPlot(string Title, string Subtitle, string Label, IReadOnlyList<PlotBar> Bars)
{
    private const double Left = 216;
    private const double Top = 66;
    private const double Right = SvgText.Width - 96;
    private const double Row = 32;
    private const double Thickness = 20;

    internal string Svg()
    {
        double bottom = Top + (Bars.Count * Row) + 6;
        var axis = PlotAxis.Linear(Label, Bars.Select(bar => bar.Value), PlotText.Shown);
        var svg = new SvgText(Title, Subtitle, bottom + 62);
        foreach (double tick in axis.Ticks)
        {
            double x = Left + ((Right - Left) * axis.Place(tick));
            svg.Append($"<path class=\"g\" d=\"M{x:0.#} {Top}V{bottom + 6:0.#}\"/>\n");
            svg.Text(x, bottom + 24, "middle", axis.Text(tick));
        }

        for (int row = 0; row < Bars.Count; row++)
        {
            PlotBar bar = Bars[row];
            double y = Top + (row * Row) + ((Row - Thickness) / 2) + 3;
            double length = Math.Max(1, (Right - Left) * axis.Place(bar.Value));
            svg.Text(Left - 10, y + 15, "end", bar.Name);
            svg.Append($"<rect class=\"{(bar.IsOurs ? "o" : "r")}\" x=\"{Left}\" y=\"{y:0.#}\" width=\"{length:0.#}\" height=\"{Thickness}\"/>\n");
            svg.Text(Left + length + 8, y + 15, "start", PlotText.Time(bar.Value));
        }

        svg.Text((Left + Right) / 2, bottom + 50, "middle", axis.Label);
        return svg.Document();
    }
}
