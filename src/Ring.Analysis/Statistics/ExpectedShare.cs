namespace RingPerf.Analysis.Statistics;

/// <summary>The share that random points would give a node, by how many of all points are its own.</summary>
/// <param name="Share">The mean, points of the node over all points.</param>
/// <param name="Low">The 2.5th percentile.</param>
/// <param name="High">The 97.5th percentile.</param>
/// <remarks>The arcs between p uniform points have a symmetric Dirichlet law, so the sum of k of them is a Beta(k, p − k) variable (Devroye,
/// "Non-Uniform Random Variate Generation", 1986), whatever weights or profile made k.</remarks>
internal readonly record struct ExpectedShare(double Share, double Low, double High)
{
    private const double Tail = 0.025;

    internal static ExpectedShare Of(int points, int all)
    {
        if (points == 0 || points == all)
        {
            double certain = points == 0 ? 0 : 1;
            return new ExpectedShare(certain, certain, certain);
        }

        return new ExpectedShare(
            points / (double)all,
            BetaDistribution.Quantile(Tail, points, all - points),
            BetaDistribution.Quantile(1 - Tail, points, all - points));
    }

    /// <summary>One for each node.</summary>
    internal static ExpectedShare[] Of(int[] points)
    {
        int all = points.Sum();
        var known = new Dictionary<int, ExpectedShare>();
        return Array.ConvertAll(points, own =>
        {
            if (!known.TryGetValue(own, out ExpectedShare expected))
            {
                known.Add(own, expected = Of(own, all));
            }

            return expected;
        });
    }
}
