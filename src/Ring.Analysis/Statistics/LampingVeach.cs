namespace RingPerf.Analysis.Statistics;

/// <summary>The published table of how bucket sizes of a ring spread, in mean buckets.</summary>
/// <remarks>Source: Lamping and Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014, section 3,
/// https://arxiv.org/abs/1406.2294: "points per bucket", "standard error" and "bucket size 99 % confidence interval".</remarks>
/// <param name="Replicas">Points of each bucket.</param>
/// <param name="StandardError">Standard error of a bucket's size.</param>
/// <param name="Low">Lower end of the 99 % interval of a bucket's size, as printed.</param>
/// <param name="High">Upper end, as printed.</param>
internal readonly record struct LampingVeach(int Replicas, double StandardError, double Low, double High)
{
    /// <summary>Least nodes of rings that are set beside the published ones of 1000.</summary>
    internal const int LeastNodes = 100;

    internal static readonly IReadOnlyList<LampingVeach> Rows =
    [
        new(1, 0.9979060, 0.005, 5.25),
        new(10, 0.3151810, 0.37, 1.98),
        new(100, 0.0996996, 0.76, 1.28),
        new(1000, 0.0315723, 0.92, 1.09),
    ];
}
