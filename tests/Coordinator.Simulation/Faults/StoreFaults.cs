using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Running;
using RingPerf.Coordination.Simulation.Scheduling;
using RingPerf.Coordination.Simulation.Store;

namespace RingPerf.Coordination.Simulation.Faults;

/// <summary>What the store does to all agents.</summary>
internal sealed class StoreFaults(World world, SimulatedProcess process, SeededDraws draws)
{
    private readonly Dictionary<ChangeKind, int> _lasting = [];

    private NetworkFaults Faults => world.Network.Faults;

    internal Task DownAsync() => LastAsync(ChangeKind.Down, on => Faults.IsDown = on);

    internal Task SilenceAsync() => LastAsync(ChangeKind.Silence, on => Faults.IsSilent = on);

    internal Task SlownessAsync()
    {
        TimeSpan most = draws.Time(world.Settings.Timeout / 8, world.Settings.Timeout * 2);
        return LastAsync(ChangeKind.Slowness, on => Faults.Slow = on ? most : TimeSpan.Zero);
    }

    internal Task FailuresAsync()
    {
        double share = draws.Number(0.05, 0.6);
        return LastAsync(ChangeKind.Failures, on => Faults.Failing = on ? share : 0);
    }

    internal Task LoseDataAsync()
    {
        world.Network.Store.LoseData();
        world.History.Add(new Changed(process.Time.Elapsed, ChangeKind.DataLoss));
        return Task.CompletedTask;
    }

    private async Task LastAsync(ChangeKind kind, Action<bool> turn)
    {
        int lasting = _lasting[kind] = _lasting.GetValueOrDefault(kind) + 1;
        turn(true);
        world.History.Add(new Changed(process.Time.Elapsed, kind, Lasts: true));
        await process.PassAsync(draws.Time(TimeSpan.FromMilliseconds(100), world.Settings.MembershipTimeout * 2));
        if (lasting == _lasting[kind])
        {
            turn(false);
        }

        world.History.Add(new Changed(process.Time.Elapsed, kind, Lasts: false));
    }
}
