using RingPerf.Benchmarks.Machine;

namespace RingPerf.Benchmarks.Results;

/// <summary>All that a reader must know to judge the numbers, and nothing that names a machine or its folders.</summary>
internal sealed record RunEnvironment
{
    public string Generator { get; } = EnvironmentFile.Generator;

    /// <summary>When the run started.</summary>
    public required string Utc { get; init; }

    public required double Seconds { get; init; }

    public required string Command { get; init; }

    /// <summary><c>quick</c>, <c>full</c>, or the job of BenchmarkDotNet that took their place.</summary>
    public required string Job { get; init; }

    public required IReadOnlyList<string> Suites { get; init; }

    public required int Benchmarks { get; init; }

    /// <summary>Benchmarks without a measurement.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    public InputFile? Nodes { get; init; }

    public InputFile? Keys { get; init; }

    public required LibraryVersion Library { get; init; }

    public required string BenchmarkDotNet { get; init; }

    public required string Runtime { get; init; }

    public required IReadOnlyDictionary<string, string> RuntimeSettings { get; init; }

    public required string Os { get; init; }

    public required string Architecture { get; init; }

    public required CpuDescription Cpu { get; init; }

    /// <summary>The load average as the run started: near 0 on a machine of one's own.</summary>
    public double? LoadBefore { get; init; }
}
