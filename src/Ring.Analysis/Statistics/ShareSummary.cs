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
        double[] ratios = new double[parts.Length];
        UInt128 sum = 0;
        foreach (ulong part in parts)
        {
            sum += part;
        }

        double mean = (double)sum / parts.Length;
        for (int i = 0; i < parts.Length; i++)
        {
            ratios[i] = parts[i] / mean;
        }

        return OfRatios(ratios);
    }

    /// <summary>The same of each part over what its weight asks for; with equal weights that is the mean part.</summary>
    internal static ShareSummary Of(ReadOnlySpan<ulong> parts, double[] weights)
    {
        if (Array.TrueForAll(weights, weight => weight == weights[0]))
        {
            return Of(parts);
        }

        double sum = 0;
        foreach (ulong part in parts)
        {
            sum += part;
        }

        double[] ratios = new double[parts.Length];
        double weightSum = weights.Sum();
        for (int i = 0; i < parts.Length; i++)
        {
            ratios[i] = parts[i] / (sum * weights[i] / weightSum);
        }

        return OfRatios(ratios);
    }

    private static ShareSummary OfRatios(double[] ratios)
    {
        Array.Sort(ratios);
        double squares = 0;
        double weighted = 0;
        for (int i = 0; i < ratios.Length; i++)
        {
            double deviation = ratios[i] - 1;
            squares += deviation * deviation;
            weighted += ((2 * (i + 1)) - ratios.Length - 1) * ratios[i];
        }

        double n = ratios.Length;
        return new ShareSummary(ratios[^1], ratios[0], Math.Sqrt(squares / n), Math.Max(0, weighted / (n * n)));
    }

    /// <summary>Expected coefficient of variation of a ring of <paramref name="nodes"/> nodes with uniform random points.</summary>
    /// <remarks>A node's share is the sum of R of nR uniform spacings, a Beta(R, nR − R) variable.</remarks>
    internal static double ExpectedCv(int nodes, double replicas) => Math.Sqrt((nodes - 1) / ((nodes * replicas) + 1));
}
