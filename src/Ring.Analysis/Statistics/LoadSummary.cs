namespace RingPerf.Analysis.Statistics;

/// <summary>Balance of the keys' weights.</summary>
/// <param name="PeakToMean">Greatest load over the mean load.</param>
/// <param name="MinToMean">Least load over the mean load.</param>
/// <param name="Cv">Population coefficient of variation of the loads.</param>
internal sealed record LoadSummary(double PeakToMean, double MinToMean, double Cv)
{
    /// <summary>The summary of loads that sum to 1.</summary>
    internal static LoadSummary Of(double[] loads)
    {
        double n = loads.Length;
        return new LoadSummary(loads.Max() * n, loads.Min() * n, Math.Sqrt(loads.Average(load => ((load * n) - 1) * ((load * n) - 1))));
    }
}
