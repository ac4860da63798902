using RingPerf.Coordination.Simulation.Agents;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Running;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Faults;

/// <summary>What happens to one agent, or to one after the other.</summary>
internal sealed class AgentFaults(World world, SimulatedProcess process, SeededDraws draws)
{
    private const int MostAgents = 10;

    private readonly HashSet<SimulatedAgent> _impaired = [];
    private int _named;

    private TimeSpan T => world.Settings.MembershipTimeout;

    private TimeSpan Now => process.Time.Elapsed;

    private List<SimulatedAgent> Well => [.. world.Agents.Where(agent => agent.IsRunning && !_impaired.Contains(agent))];

    internal void StartNew()
    {
        IReadOnlyList<string> names = world.Settings.Names;
        world.Start(_named < names.Count ? names[_named] : $"agent-{_named}");
        _named++;
    }

    internal Task JoinAsync()
    {
        if (Well.Count < MostAgents)
        {
            StartNew();
        }

        return Task.CompletedTask;
    }

    internal async Task DropAsync()
    {
        SimulatedAgent agent = draws.Pick(Well);
        world.Network.Store.DropMember(World.Group, agent.Member);
        world.History.Add(new Changed(Now, ChangeKind.Drop, agent.Name));
        await Task.CompletedTask;
    }

    /// <summary>Half of the killed are started anew by the same name, before or after their membership ran out.</summary>
    internal Task KillAsync() => ImpairAsync(async agent =>
    {
        agent.Kill();
        if (draws.Chance(0.5))
        {
            await process.PassAsync(draws.Time(TimeSpan.Zero, T * 2));
            world.Start(agent.Name);
        }
    });

    internal Task PauseAsync() => ImpairAsync(async agent =>
    {
        agent.Pause();
        await process.PassAsync(draws.Time(TimeSpan.FromMilliseconds(1), T * 3));
        agent.Wake();
    });

    internal Task CutOffAsync() => ImpairAsync(async agent =>
    {
        world.Network.Faults.CutOff(agent.Name, silent: draws.Chance(0.5));
        world.History.Add(new Changed(Now, ChangeKind.CutOff, agent.Name));
        await process.PassAsync(draws.Time(TimeSpan.FromMilliseconds(1), T * 4));
        world.Network.Faults.Reconnect(agent.Name);
        world.History.Add(new Changed(Now, ChangeKind.Reconnect, agent.Name));
    });

    internal Task LeaveAsync() => ImpairAsync(EndAsync);

    /// <summary>Ends every agent, one after the other, and starts it anew by the same name.</summary>
    internal async Task RollAsync()
    {
        bool kills = draws.Chance(0.3);
        foreach (SimulatedAgent old in Well)
        {
            await ImpairAsync(old, async agent =>
            {
                if (kills)
                {
                    agent.Kill();
                }
                else
                {
                    await EndAsync(agent);
                }

                await process.PassAsync(draws.Time(TimeSpan.Zero, T / 2));
                world.Start(agent.Name);
            });
            await process.PassAsync(draws.Time(TimeSpan.Zero, T / 2));
        }
    }

    private async Task EndAsync(SimulatedAgent agent)
    {
        agent.Leave();
        while (!agent.Process.IsDead)
        {
            await process.PassAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    private Task ImpairAsync(Func<SimulatedAgent, Task> fault) => ImpairAsync(draws.Pick(Well), fault);

    /// <summary>Does it unless no other agent would be well, or this one is not.</summary>
    private async Task ImpairAsync(SimulatedAgent agent, Func<SimulatedAgent, Task> fault)
    {
        if (Well.Count < 2 || !Well.Contains(agent))
        {
            return;
        }

        _impaired.Add(agent);
        await fault(agent);
        _impaired.Remove(agent);
    }
}
