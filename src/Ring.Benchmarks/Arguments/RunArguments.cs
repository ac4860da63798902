using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Arguments;

/// <summary>What the user asked for. <see cref="PassThrough"/> is BenchmarkDotNet's.</summary>
internal sealed record RunArguments
{
    internal bool Help { get; init; }

    internal bool Quick { get; init; }

    internal string? Job { get; init; }

    internal string Out { get; init; } = Path.Combine("BenchmarkDotNet.Artifacts", "ringperf");

    internal IReadOnlyList<Suite> Suites { get; init; } = Suite.All;

    internal string? NodesFile { get; init; }

    internal string? KeysFile { get; init; }

    internal string[] PassThrough { get; init; } = [];
}
