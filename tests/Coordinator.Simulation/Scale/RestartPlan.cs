namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>A rolling restart: one batch of members after the other ends, and comes back by the same names.</summary>
/// <remarks>Times are seconds since the first batch ends.</remarks>
internal sealed record RestartPlan
{
    internal int Members { get; init; } = 10_000;

    internal int Items { get; init; } = 200_000;

    internal int Batch { get; init; } = 100;

    /// <summary>From the end of a batch to the end of the next one.</summary>
    internal double Step { get; init; } = 60;

    /// <summary>From the end of a member to its start at least; a poll's time more at most.</summary>
    internal double Downtime { get; init; } = 40;

    /// <summary>T of the contract: how long a beat holds.</summary>
    internal double MembershipTimeout { get; init; } = 30;

    /// <summary>P of the contract.</summary>
    internal double Poll { get; init; } = 10;

    internal double Beat { get; init; } = 10;

    /// <summary>Whether members end without leaving, so that they stay listed until their last beat runs out.</summary>
    internal bool Kills { get; init; }

    internal ulong Seed { get; init; } = 1;

    internal int Batches => (Members + Batch - 1) / Batch;

    /// <summary>When every member is back and every poll has seen it.</summary>
    internal double End => (Batches * Step) + Downtime + MembershipTimeout + (2 * Poll);

    internal static string Name(int member) => $"agent-{member}";
}
