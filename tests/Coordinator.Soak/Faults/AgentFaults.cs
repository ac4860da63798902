using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Soak.Fleets;

namespace RingPerf.Coordination.Soak.Faults;

/// <summary>Agents that die, leave, freeze or are cut off.</summary>
internal static class AgentFaults
{
    internal static IReadOnlyList<SoakFault> All { get; } =
    [
        .. Of(AgentKind.DotNet, ".NET"),
        .. Of(AgentKind.Python, "Python"),
        new SoakFault(".NET agent cut off", CutOffAsync),
    ];

    private static SoakFault[] Of(AgentKind kind, string name) =>
    [
        new($"{name} agent killed", lab => KillAsync(lab, kind, name)),
        new($"{name} agent stopped", lab => StopAsync(lab, kind, name)),
        new($"{name} agent frozen", lab => FreezeAsync(lab, kind, name)),
    ];

    private static async Task KillAsync(Lab lab, AgentKind kind, string name)
    {
        AgentProcess victim = lab.Victim(kind);
        await victim.Process.KillAsync();
        lab.Fleet.DoNotExpect(victim);
        await lab.MeasureAsync($"{name} agent killed (SIGKILL)", lab.Takeover);
        await victim.DisposeAsync();
        await lab.ReplaceAsync(kind);
    }

    private static async Task StopAsync(Lab lab, AgentKind kind, string name)
    {
        AgentProcess leaver = lab.Victim(kind);
        await leaver.StopAsync();
        lab.Fleet.DoNotExpect(leaver);
        await lab.MeasureAsync($"{name} agent stopped (SIGTERM)", lab.Poll + lab.Backend.Grace);
        await leaver.DisposeAsync();
        await lab.ReplaceAsync(kind);
    }

    private static async Task FreezeAsync(Lab lab, AgentKind kind, string name)
    {
        AgentProcess sleeper = lab.Victim(kind);
        sleeper.Process.Pause();
        lab.Fleet.DoNotExpect(sleeper);
        await lab.MeasureAsync($"{name} agent frozen (SIGSTOP)", lab.Takeover);
        await Task.Delay(lab.Life);
        sleeper.Process.Resume();
        lab.Fleet.Expect(sleeper);
        await lab.MeasureAsync($"{name} agent woken (SIGCONT)", lab.Poll + lab.Poll + lab.Backend.Grace);
    }

    private static async Task CutOffAsync(Lab lab)
    {
        await using var proxy = new FaultProxy(lab.Backend.Port);
        AgentProcess leaver = lab.Victim(AgentKind.DotNet);
        await leaver.StopAsync();
        lab.Fleet.DoNotExpect(leaver);
        await leaver.DisposeAsync();
        IAgent lonely = lab.Fleet.Add(AgentKind.DotNet, proxy.Port);
        await lab.SettleAsync();

        proxy.Set(Fault.Blackhole);
        lab.Fleet.DoNotExpect(lonely);
        await lab.MeasureAsync(".NET agent cut off (its packets vanish)", lab.Takeover);
        await Task.Delay(lab.Life);
        proxy.Set(Fault.None);
        lab.Fleet.Expect(lonely);
        // The request under way when the network is back is one that was lost, and ends by its deadline.
        await lab.MeasureAsync(".NET agent connected again", lab.Life + lab.Poll + lab.Poll);

        await lonely.StopAsync();
        lab.Fleet.DoNotExpect(lonely);
        await lonely.DisposeAsync();
        await lab.ReplaceAsync(AgentKind.DotNet);
    }
}
