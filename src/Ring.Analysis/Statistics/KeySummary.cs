namespace RingPerf.Analysis.Statistics;

/// <summary>Balance of the counted keys; what zero keys leave undefined is null.</summary>
/// <param name="Keys">Number of keys.</param>
/// <param name="PeakToMean">Greatest count over the mean count.</param>
/// <param name="ChiSquare">Chi-square of the counts against the exact shares.</param>
/// <param name="DegreesOfFreedom">Nodes with a share, less one.</param>
/// <param name="PValue">Probability of a chi-square at least as great if the keys follow the shares.</param>
internal sealed record KeySummary(long Keys, double? PeakToMean, double? ChiSquare, int DegreesOfFreedom, double? PValue)
{
    internal static KeySummary Of(ReadOnlySpan<long> counts, ReadOnlySpan<ulong> lengths)
    {
        long keys = 0;
        long peak = 0;
        foreach (long count in counts)
        {
            keys += count;
            peak = Math.Max(peak, count);
        }

        ChiSquareTest test = ChiSquareTest.Of(counts, lengths);
        return keys == 0
            ? new KeySummary(0, null, null, test.DegreesOfFreedom, null)
            : new KeySummary(keys, peak * (double)counts.Length / keys, test.Statistic, test.DegreesOfFreedom, test.PValue);
    }
}
