using RingPerf.Coordination.Simulation.Running;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Faults;

/// <summary>Draws what goes wrong, and when; ends with everything healed and time to settle.</summary>
/// <remarks>One agent at least is always well, since a fleet of none owns nothing.</remarks>
internal sealed class FaultScript
{
    private readonly World _world;
    private readonly SimulatedProcess _process;
    private readonly SeededDraws _draws;
    private readonly AgentFaults _agents;
    private readonly StoreFaults _store;
    private readonly List<Task> _lasting = [];

    internal FaultScript(World world, SimulatedProcess process, SeededDraws draws)
    {
        _world = world;
        _process = process;
        _draws = draws;
        _agents = new AgentFaults(world, process, draws);
        _store = new StoreFaults(world, process, draws);
    }

    /// <summary>When the run is over; null while that is not known.</summary>
    internal TimeSpan? End { get; private set; }

    internal void Begin() => _process.Run(() => _ = RunAsync());

    private async Task RunAsync()
    {
        for (int agent = 0; agent < _world.Settings.Agents; agent++)
        {
            _agents.StartNew();
            await _process.PassAsync(_draws.Chance(0.5) ? TimeSpan.Zero : _draws.Seconds(0, 2));
        }

        for (int faults = _draws.Whole(4, 9); faults > 0; faults--)
        {
            await _process.PassAsync(Gap());
            _lasting.Add(Fault());
        }

        await Task.WhenAll(_lasting);
        End = _process.Time.Elapsed + (_world.Settings.Window * 3);
    }

    /// <summary>Half of the faults meet a fleet at rest, the others one that still settles.</summary>
    private TimeSpan Gap() => _draws.Chance(0.5)
        ? _draws.Time(_world.Settings.Window, _world.Settings.Window * 2)
        : _draws.Time(TimeSpan.Zero, _world.Settings.MembershipTimeout);

    private Task Fault() => _draws.Whole(0, 13) switch
    {
        0 => _store.DownAsync(),
        1 => _store.SilenceAsync(),
        2 => _store.SlownessAsync(),
        3 => _store.FailuresAsync(),
        4 => _store.LoseDataAsync(),
        5 => _agents.DropAsync(),
        6 => _agents.KillAsync(),
        7 or 8 => _agents.PauseAsync(),
        9 => _agents.CutOffAsync(),
        10 => _agents.LeaveAsync(),
        11 => _agents.RollAsync(),
        _ => _agents.JoinAsync(),
    };
}
