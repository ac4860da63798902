namespace RingPerf.Analysis.Statistics;

/// <summary>How single shares spread round the mean share, which is 1 here: the measure of Lamping and Veach.</summary>
/// <param name="StandardError">Standard deviation of a share: the root mean square of the rings' cv.</param>
/// <param name="Uncertainty">Standard error of that figure itself; null for one ring.</param>
/// <param name="Low">0.5th percentile of all shares.</param>
/// <param name="High">99.5th percentile.</param>
/// <param name="ExpectedLow">The 0.5th percentile of theory, Beta(p, np − p) for p points a node.</param>
/// <param name="ExpectedHigh">Its 99.5th percentile.</param>
internal sealed record ShareSpread(
    double StandardError, double? Uncertainty, double Low, double High, double ExpectedLow, double ExpectedHigh)
{
    private const double Tail = 0.005;

    internal static ShareSpread Of(int nodes, int points, IReadOnlyList<SweptRing> rings)
    {
        double[] squares = [.. rings.Select(ring => ring.Summary.Cv * ring.Summary.Cv)];
        double mean = squares.Average();
        double error = Math.Sqrt(mean);
        double variance = squares.Sum(square => (square - mean) * (square - mean)) / (squares.Length - 1);
        double[] shares = [.. rings.SelectMany(ring => ring.Lengths.Select(length => length * (double)nodes / HashRing.CircleLength))];
        Array.Sort(shares);
        (double low, double high) = ExpectedBand(nodes, points);
        return new ShareSpread(
            error,
            rings.Count > 1 && error > 0 ? Math.Sqrt(variance / rings.Count) / (2 * error) : null,
            Quantiles.At(shares, Tail),
            Quantiles.At(shares, 1 - Tail),
            low,
            high);
    }

    private static (double Low, double High) ExpectedBand(int nodes, int points) => nodes == 1
        ? (1, 1)
        : (nodes * BetaDistribution.Quantile(Tail, points, (nodes - 1.0) * points),
           nodes * BetaDistribution.Quantile(1 - Tail, points, (nodes - 1.0) * points));
}
