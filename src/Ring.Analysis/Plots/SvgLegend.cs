using System.Text;
using RingPerf.Analysis.Inputs;
using static System.FormattableString;

namespace RingPerf.Analysis.Plots;

/// <summary>Names of marks beside a sample of each.</summary>
internal static class SvgLegend
{
    private const double LetterWidth = 7.3;
    private const double SampleWidth = 26;
    private const double Gap = 18;

    /// <summary>One row above the plotting area. Widths are estimates, since no font may be at hand to measure with.</summary>
    internal static void DrawRow(StringBuilder svg, IEnumerable<Mark> marks, double left, double top)
    {
        double x = left;
        foreach (Mark mark in marks)
        {
            string sample = mark switch
            {
                LineMark line => Invariant($"<path d=\"M{x:0.#} {top + 4:0.#}h20\" stroke=\"{mark.Color.Hex}\" stroke-width=\"2.5\"{(line.Dashed ? " stroke-dasharray=\"7 5\"" : "")}/>"),
                DotMark => Invariant($"<circle cx=\"{x + 10:0.#}\" cy=\"{top + 4:0.#}\" r=\"4\" fill=\"{mark.Color.Hex}\"/>"),
                _ => Invariant($"<rect x=\"{x:0.#}\" y=\"{top - 2:0.#}\" width=\"20\" height=\"12\" fill=\"{mark.Color.Hex}\" fill-opacity=\"{mark.Color.Opacity:0.##}\"/>"),
            };
            svg.Append(sample);
            svg.Append(Invariant($"<text class=\"k\" x=\"{x + SampleWidth:0.#}\" y=\"{top + 9:0.#}\">{SvgRenderer.Escape(mark.Label!)}</text>"));
            x += SampleWidth + (PrintableText.WidthOf(mark.Label!) * LetterWidth) + Gap;
        }
    }

    /// <summary>One column, for a figure that has room in its middle.</summary>
    internal static void DrawColumn(StringBuilder svg, IReadOnlyList<Mark> marks, double middle, double top)
    {
        double widest = marks.Max(mark => PrintableText.WidthOf(mark.Label!)) * LetterWidth;
        double left = middle - ((widest + SampleWidth) / 2);
        foreach (Mark mark in marks)
        {
            svg.Append(Invariant($"<rect x=\"{left:0.#}\" y=\"{top - 11:0.#}\" width=\"16\" height=\"12\" fill=\"{mark.Color.Hex}\"/>"));
            svg.Append(Invariant($"<text class=\"k\" x=\"{left + SampleWidth:0.#}\" y=\"{top:0.#}\">{SvgRenderer.Escape(mark.Label!)}</text>"));
            top += 19;
        }
    }
}
