namespace RingPerf.Analysis.Statistics;

/// <summary>A part of a sample, with the 95 % interval of the part it was drawn from.</summary>
/// <param name="Fraction">The part in the sample.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct Proportion(double Fraction, double Low, double High)
{
    private const double TwoSided95 = 1.96;

    /// <summary>The interval of Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.</summary>
    internal static Proportion Of(int successes, int trials)
    {
        double p = successes / (double)trials;
        double square = TwoSided95 * TwoSided95 / trials;
        double middle = p + (square / 2);
        double reach = TwoSided95 * Math.Sqrt((p * (1 - p) / trials) + (square / (4 * trials)));
        return new Proportion(p, Math.Max(0, (middle - reach) / (1 + square)), Math.Min(1, (middle + reach) / (1 + square)));
    }
}
