using RingPerf.Coordination.Simulation.Agents;
using RingPerf.Coordination.Simulation.Faults;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Scheduling;
using RingPerf.Coordination.Simulation.Store;

namespace RingPerf.Coordination.Simulation.Running;

/// <summary>A fleet on one store, its faults and its history, all of it drawn from one seed.</summary>
internal sealed class World
{
    internal const string Group = "alarm_evaluator";

    /// <summary>Keys of the items, by number.</summary>
    internal static readonly string[] Keys = [.. Enumerable.Range(0, 100).Select(number => $"res-{number}")];

    private readonly SeededScheduler _scheduler;
    private readonly SeededDraws _draws;
    private int _processes;
    private int _names;

    internal World(RunRequest request)
    {
        Sabotage = request.Sabotage;
        _draws = new SeededDraws(request.Seed);
        _scheduler = new SeededScheduler(_draws.Fork());
        Settings = WorldSettings.Draw(_draws.Fork(), request.PollsRarely);
        Items = [.. Enumerable.Range(0, Settings.Items)];
        Network = new Network(NewProcess(), Settings, History, _draws.Fork());
    }

    /// <summary>A name that none had before, often one that collides.</summary>
    internal MemberId DrawName()
    {
        _names++;
        string[] colliding = WorldSettings.Colliding;
        return MemberId.FromText(_names <= colliding.Length ? colliding[_names - 1] : $"drawn-{_names}");
    }

    internal WorldSettings Settings { get; }

    internal Sabotage Sabotage { get; }

    internal History History { get; } = new();

    internal Network Network { get; }

    internal int[] Items { get; }

    /// <summary>Every agent that ever was.</summary>
    internal List<SimulatedAgent> Agents { get; } = [];

    internal SeededScheduler Scheduler => _scheduler;

    /// <summary>Lives through the script of faults.</summary>
    internal void Run()
    {
        var script = new FaultScript(this, NewProcess(), _draws.Fork());
        script.Begin();
        while (script.End is null && !_scheduler.IsStuck)
        {
            _scheduler.RunUntil(new TimeSpan(_scheduler.Now) + Settings.Window);
        }

        _scheduler.RunUntil(script.End ?? TimeSpan.Zero);
    }

    /// <summary>Starts an agent as a new process.</summary>
    internal SimulatedAgent Start(string name)
    {
        var agent = new SimulatedAgent(this, name, NewProcess(), _draws.Fork());
        Agents.Add(agent);
        agent.Start();
        return agent;
    }

    internal CoordinationDriverRegistry DriversOf(SimulatedAgent agent) =>
        new CoordinationDriverRegistry().Add("simulated", settings => new SimulatedDriver(settings, agent, Network));

    private SimulatedProcess NewProcess() => new(_scheduler, ++_processes);
}
