using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Plots;

/// <summary>One axis: its label, its range and where it is ticked.</summary>
/// <param name="Label">What is measured, with its unit.</param>
/// <param name="Low">Value at the start.</param>
/// <param name="High">Value at the end, above <paramref name="Low"/>.</param>
/// <param name="Ticks">Values and texts of the ticks.</param>
/// <param name="Logarithmic">Whether equal distances are equal ratios.</param>
/// <param name="Slanted">Whether tick texts are written at an angle, for names.</param>
internal sealed record Axis(
    string Label, double Low, double High, IReadOnlyList<Tick> Ticks, bool Logarithmic = false, bool Slanted = false)
{
    /// <summary>Angle of slanted texts, in degrees.</summary>
    internal const double Slant = 40;

    private const int WantedTicks = 6;
    private const double LetterWidth = 7.3;
    private const double CapitalWidth = 10;
    private const double WidestWidth = 14;
    private const string Widest = "WMwm@%…";
    private const double SlantSine = 0.643;

    /// <summary>Room that slanted tick texts take below the axis, in units of the chart.</summary>
    internal double SlantedDepth => Ticks.Count == 0 ? 0 : 12 + (Ticks.Max(tick => WidthOf(tick.Text)) * SlantSine);

    /// <summary>Room that tick texts and label take beside an upright axis, in units of the chart.</summary>
    internal double Depth => Ticks.Count == 0 ? 0 : 36 + Ticks.Max(tick => WidthOf(tick.Text));

    /// <summary>A linear axis with round ticks, and as many decimals as tell them apart.</summary>
    internal static Axis Linear(string label, double low, double high)
    {
        double step = RoundStep((high - low) / WantedTicks);
        string format = "0." + new string('#', (int)Math.Max(0, Math.Ceiling(-Math.Log10(step) - 1e-9)));
        var ticks = new List<Tick>();
        for (double value = Math.Ceiling(low / step) * step; value <= high + (step * 1e-9); value += step)
        {
            double shown = Math.Abs(value) < step * 1e-9 ? 0 : value;
            ticks.Add(new Tick(shown, shown.ToString(format, CultureInfo.InvariantCulture)));
        }

        return new Axis(label, low, high, ticks);
    }

    /// <summary>Place of a value along the axis, 0 at its start and 1 at its end.</summary>
    internal double Place(double value) => Logarithmic
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);

    // No font is at hand to measure with; letters of two columns count as such.
    private static double WidthOf(string text) =>
        (PrintableText.WidthOf(text) * LetterWidth) +
        text.Sum(c => Widest.Contains(c, StringComparison.Ordinal) ? WidestWidth - LetterWidth : char.IsAsciiLetterUpper(c) ? CapitalWidth - LetterWidth : 0);

    private static double RoundStep(double rough)
    {
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / magnitude;
        return magnitude * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
