namespace RingPerf.Analysis.Statistics;

/// <summary>The replica count for a wanted peak-to-mean, and what it costs.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Target">The bound of peak-to-mean.</param>
/// <param name="Confidence">The part of all rings that is to keep it.</param>
/// <param name="Replicas">The least replica count that does.</param>
/// <param name="ReplicasLow">The least count that the search does not rule out at 95 %.</param>
/// <param name="ReplicasHigh">The least count that is enough even then.</param>
/// <param name="Achieved">Peak-to-mean of rings drawn with <paramref name="Replicas"/>.</param>
/// <param name="Rings">Their number.</param>
/// <param name="Within">The part of them that keeps the bound.</param>
/// <param name="Bytes">Memory of such a ring.</param>
/// <param name="BuildMs">Time to build it, milliseconds; null where the results do not have it.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key, nanoseconds; null where the results do not have it.</param>
/// <param name="Times">Where the times are from.</param>
internal sealed record ReplicaAdvice(
    int Nodes,
    double Target,
    double Confidence,
    int Replicas,
    int ReplicasLow,
    int ReplicasHigh,
    Quantiles Achieved,
    int Rings,
    Proportion Within,
    long Bytes,
    Quantiles? BuildMs,
    Quantiles? LookupNs,
    TimeSource Times)
{
    /// <summary>The advice of a simulation, its cost measured on this machine.</summary>
    internal static ReplicaAdvice Measure(ReplicaQuestion question, ReplicaSimulation found, Action<string, double> progress)
    {
        progress("measuring", 0);
        return Of(question, found, RingCost.Measure(SweptRing.Names(question.Nodes, question.Seed), question.Options with { Replicas = found.Replicas }));
    }

    internal static ReplicaAdvice Of(ReplicaQuestion question, ReplicaSimulation found, RingCost cost) =>
        new(
            question.Nodes, question.Target, question.Confidence, found.Replicas, found.ReplicasLow, found.ReplicasHigh, found.Achieved, found.Rings,
            found.Within, cost.Bytes, cost.BuildMs, cost.LookupNs, cost.Times);
}
