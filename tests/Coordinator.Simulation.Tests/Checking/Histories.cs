using RingPerf.Coordination.Simulation.Checking;
using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Tests.Checking;

/// <summary>Histories of two agents and eight items, T = 7 s, T + P = 10 s, 2 P = 6 s.</summary>
internal static class Histories
{
    internal const double MembershipTimeout = 7;
    internal const double Window = 10;
    internal const double KnownWindow = 6;

    private static readonly string[] Keys = ["res-0", "res-1", "res-2", "res-3", "res-4", "res-5", "res-6", "res-7"];

    internal static int Items => Keys.Length;

    internal static ShareOracle Oracle => new(Keys, Items, LabelFormat.PythonBytes);

    internal static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>What the ring gives an agent.</summary>
    internal static int[] Share(string agent, params string[] members) => [.. Oracle.Share(members, agent)];

    /// <summary>A right answer.</summary>
    internal static Answered Answer(double at, string agent, params string[] members) =>
        new(At(at), agent, agent, members, Share(agent, members), PartitionState.Member, HoldsMembership: true);

    /// <summary>Two agents that start and share the items, then whatever follows.</summary>
    internal static HistoryEntry[] Fleet(params HistoryEntry[] more) =>
    [
        new Changed(At(0), ChangeKind.Start, "a"), new Changed(At(0), ChangeKind.Start, "b"),
        Answer(1, "a", "a", "b"), Answer(1, "b", "a", "b"), .. more,
    ];

    internal static ContractChecker Checker() => new(Items, At(MembershipTimeout), At(Window), At(KnownWindow), Oracle);

    internal static IReadOnlyList<string> Check(double end, params HistoryEntry[] history) =>
        [.. Checker().Check(history, At(end)).Select(violation => violation.Rule)];
}
