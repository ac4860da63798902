namespace RingPerf.Analysis.Statistics;

/// <summary>The replicas that a ring needs for a peak-to-mean of 1.05 by the rule of 700 ln n points a node.</summary>
/// <remarks>Source: Appleton and O'Reilly, "Multi-probe consistent hashing", 2015, https://arxiv.org/abs/1505.00062.</remarks>
/// <param name="Nodes">Number of nodes n.</param>
/// <param name="PeakToMean">The bound.</param>
/// <param name="Replicas">700 ln n over the points of a replica, rounded up.</param>
internal readonly record struct ReplicaRule(int Nodes, double PeakToMean, int Replicas)
{
    internal static ReplicaRule Of(int nodes, int pointsAReplica) =>
        new(nodes, 1.05, (int)Math.Max(1, Math.Ceiling(700 * Math.Log(nodes) / pointsAReplica)));
}
