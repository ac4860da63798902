namespace RingPerf.Analysis.Statistics;

/// <summary>Pearson's chi-square test of counts against the shares they should follow.</summary>
/// <param name="Statistic">Σ (observed − expected)² / expected.</param>
/// <param name="DegreesOfFreedom">Cells with an expectation above 0, less one.</param>
/// <param name="PValue">Probability of a statistic at least as great if the counts follow the shares.</param>
internal readonly record struct ChiSquareTest(double Statistic, int DegreesOfFreedom, double PValue)
{
    /// <summary>Tests <paramref name="counts"/> against <paramref name="parts"/>, which are proportional to the shares.</summary>
    internal static ChiSquareTest Of(ReadOnlySpan<long> counts, ReadOnlySpan<ulong> parts)
    {
        double total = 0;
        UInt128 whole = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            whole += parts[i];
        }

        double statistic = 0;
        int cells = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (parts[i] > 0)
            {
                double expected = total * (parts[i] / (double)whole);
                statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
                cells++;
            }
        }

        int freedom = cells - 1;
        double p = freedom == 0 ? 1 : GammaFunction.UpperRegularized(freedom / 2.0, statistic / 2);
        return new ChiSquareTest(statistic, freedom, p);
    }
}
