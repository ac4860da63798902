namespace RingPerf.Analysis.Statistics;

/// <summary>The birthday problem on a circle of 2^32 positions.</summary>
/// <param name="Expected">Expected number of pairs that share a position.</param>
/// <param name="Probability">Probability that at least one pair does.</param>
internal readonly record struct CollisionOdds(double Expected, double Probability)
{
    // Below exp(−50) the chance of no pair is lost beside 1 in a double.
    private const double Certain = -50;

    /// <summary>Odds among <paramref name="labels"/> uniform positions: 1 − Π (1 − i / 2^32).</summary>
    internal static CollisionOdds OfLabels(long labels)
    {
        double circle = HashRing.CircleLength;
        double logNone = 0;
        for (long i = 1; i < labels && logNone > Certain; i++)
        {
            logNone += LogOneMinus(i / circle);
        }

        return new CollisionOdds(labels * (labels - 1.0) / 2 / circle, OneMinusExp(logNone));
    }

    /// <summary>Odds among labels of different nodes: a node's own labels are taken to be distinct positions.</summary>
    /// <param name="replicas">Number of labels of each node.</param>
    internal static CollisionOdds BetweenNodes(IEnumerable<int> replicas)
    {
        double circle = HashRing.CircleLength;
        double logNone = 0;
        double expected = 0;
        double taken = 0;
        foreach (int labels in replicas)
        {
            for (int label = 0; label < labels && logNone > Certain; label++)
            {
                logNone += LogOneMinus(taken / (circle - label));
            }

            expected += taken * labels / circle;
            taken += labels;
        }

        return new CollisionOdds(expected, OneMinusExp(logNone));
    }

    // The BCL's LogP1 and ExpM1 add and subtract 1, which loses the digits of small odds.
    private static double LogOneMinus(double x) =>
        x < 1e-3 ? -x * (1 + (x * ((1 / 2.0) + (x * ((1 / 3.0) + (x * ((1 / 4.0) + (x / 5)))))))) : Math.Log(Math.Max(0, 1 - x));

    private static double OneMinusExp(double y) => y == 0 ? 0 : -2 * Math.Sinh(y / 2) * Math.Exp(y / 2);
}
