using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Processes;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>The times that the fault tests go by.</summary>
internal static class Bounds
{
    /// <summary>The options of the agents under test: the shortest lease that etcd grants.</summary>
    internal const string Query = "timeout=2";

    /// <summary>What every bound has on top: etcd looks for lapsed leases twice a second.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);

    /// <summary>What the test's own looking adds to what is measured.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>How long starting processes may take.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Both the membership timeout and the longest that a call takes.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>After an agent died: its lease, and the next poll.</summary>
    internal static readonly TimeSpan Takeover = Timeout + EtcdFleet.Poll + Bounds.Grace;

    /// <summary>After an agent left or came: the next poll.</summary>
    internal static readonly TimeSpan NextPoll = EtcdFleet.Poll + Bounds.Grace;

    /// <summary>Waits until an agent has polled again.</summary>
    internal static Task NextPollAsync(IAgent agent) => Fleet.NextPollAsync(agent, Patience);

    internal static void Measured(this ITestOutputHelper output, string what, TimeSpan took, TimeSpan bound)
    {
        TimeSpan waited = MachineWait.Within(took);
        string line = FormattableString.Invariant(
            $"{what}: {took.TotalSeconds:0.00} s, bound {bound.TotalSeconds:0.0} s, {waited.TotalSeconds:0.00} s held up by the machine");
        output.WriteLine(line);
        Assert.True(took <= bound + Slack + waited, line);
    }
}
