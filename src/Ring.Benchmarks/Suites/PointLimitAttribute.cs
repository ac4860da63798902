namespace RingPerf.Benchmarks.Suites;

/// <summary>Leaves a benchmark out of rings with more points, where it would only cost time.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class PointLimitAttribute(int points) : Attribute
{
    internal int Points { get; } = points;

    /// <summary>The limit of quick runs, where it is lower.</summary>
    public int Quick { get; init; } = points;
}
