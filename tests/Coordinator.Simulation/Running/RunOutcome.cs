namespace RingPerf.Coordination.Simulation.Running;

/// <summary>What a run showed.</summary>
internal sealed record RunOutcome
{
    internal const int MostViolations = 20;

    public required ulong Seed { get; init; }

    /// <summary>The first violations.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>A hash of every event's time and process.</summary>
    public required ulong Fingerprint { get; init; }

    public required long Events { get; init; }

    public required double VirtualSeconds { get; init; }

    public required int Calls { get; init; }

    public required int Polls { get; init; }

    public required int HighestCallRate { get; init; }

    /// <summary>How often something changed, by kind; what lasts counts once.</summary>
    public required IReadOnlyDictionary<string, int> Changes { get; init; }

    /// <summary>The longest time without an owner after a lone change, by kind, as a part of T + P.</summary>
    public required IReadOnlyDictionary<string, double> LongestWithout { get; init; }

    /// <summary>The longest time with two owners after a lone change, by kind, as a part of T + P.</summary>
    public required IReadOnlyDictionary<string, double> LongestDouble { get; init; }

    /// <summary>Settings and history, a line an entry; empty unless asked for.</summary>
    public required IReadOnlyList<string> Trace { get; init; }
}
