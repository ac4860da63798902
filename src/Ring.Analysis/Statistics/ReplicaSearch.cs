namespace RingPerf.Analysis.Statistics;

/// <summary>The least replica count whose random rings keep a peak-to-mean, with what chance leaves open about it.</summary>
/// <param name="Replicas">The least replica count.</param>
/// <param name="Low">The least count that the draws do not rule out at 95 %.</param>
/// <param name="High">The least count that is enough even then.</param>
/// <param name="Draws">Random rings drawn for each count that was tried.</param>
internal sealed record ReplicaSearch(int Replicas, int Low, int High, int Draws)
{
    /// <summary>The greatest count that is tried.</summary>
    internal const int MostReplicas = 100_000_000;

    private const int MostDraws = 20_000;
    private const int LeastDraws = 2_000;
    private const int NodeBudget = 4_000_000;
    private const double TwoSided95 = 1.96;

    /// <summary>Bisects over replica counts; null where the greatest is not enough.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="target">The bound of peak-to-mean, above 1.</param>
    /// <param name="confidence">The part of all rings that is to keep it.</param>
    /// <param name="pointsAReplica">Points that a replica stands for.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="tried">Called after each count that was tried.</param>
    internal static ReplicaSearch? Run(int nodes, double target, double confidence, int pointsAReplica, ulong seed, Action tried)
    {
        int draws = Math.Clamp(NodeBudget / nodes, LeastDraws, MostDraws);
        var fractions = new Dictionary<int, double>();
        double doubt = TwoSided95 * Math.Sqrt(confidence * (1 - confidence) / draws);
        int? replicas = Least(confidence);
        return replicas is { } least
            ? new ReplicaSearch(least, Least(confidence - doubt) ?? least, Least(Math.Min(confidence + doubt, 1 - (0.5 / draws))) ?? least, draws)
            : null;

        int? Least(double fraction)
        {
            int high = 1;
            while (FractionAt(high) < fraction)
            {
                if (high >= MostReplicas)
                {
                    return null;
                }

                high = (int)Math.Min(2L * high, MostReplicas);
            }

            int low = high / 2;
            while (high - low > 1)
            {
                int middle = low + ((high - low) / 2);
                (low, high) = FractionAt(middle) < fraction ? (middle, high) : (low, middle);
            }

            return high;
        }

        double FractionAt(int replicas)
        {
            if (!fractions.TryGetValue(replicas, out double fraction))
            {
                fraction = ShareModel.FractionWithin(target, nodes, replicas * pointsAReplica, draws, seed);
                fractions.Add(replicas, fraction);
                tried();
            }

            return fraction;
        }
    }
}
