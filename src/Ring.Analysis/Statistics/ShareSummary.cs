namespace RingPerf.Analysis.Statistics;

/// <summary>How evenly parts of a whole are spread.</summary>
/// <param name="PeakToMean">Greatest part over the mean part; 1 is even.</param>
/// <param name="MinToMean">Least part over the mean part; 1 is even.</param>
/// <param name="Cv">Coefficient of variation: population standard deviation over the mean.</param>
/// <param name="Gini">Gini coefficient, 0 even to 1 − 1/n.</param>
internal readonly record struct ShareSummary(double PeakToMean, double MinToMean, double Cv, double Gini)
{
    /// <summary>The summary of at least one part with a sum above 0.</summary>
    internal static ShareSummary Of(ReadOnlySpan<ulong> parts)
    {
        double[] ascending = new double[parts.Length];
        UInt128 sum = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            ascending[i] = parts[i];
            sum += parts[i];
        }

        Array.Sort(ascending);
        double mean = (double)sum / parts.Length;
        double squares = 0;
        double weighted = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            double deviation = (ascending[i] / mean) - 1;
            squares += deviation * deviation;
            weighted += ((2 * (i + 1)) - ascending.Length - 1) * (ascending[i] / mean);
        }

        double n = ascending.Length;
        return new ShareSummary(ascending[^1] / mean, ascending[0] / mean, Math.Sqrt(squares / n), Math.Max(0, weighted / (n * n)));
    }

    /// <summary>Expected coefficient of variation of a ring of <paramref name="nodes"/> nodes with uniform random points.</summary>
    /// <remarks>A node's share is the sum of R of nR uniform spacings, a Beta(R, nR − R) variable.</remarks>
    internal static double ExpectedCv(int nodes, double replicas) => Math.Sqrt((nodes - 1) / ((nodes * replicas) + 1));
}
