using System.Diagnostics;
using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Fleets;

namespace RingPerf.Coordination.Soak.Sizing;

/// <summary>Counts what settled fleets of growing sizes cost their server.</summary>
internal static class SizingRun
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly int[] Sizes = [50, 100, 200, 400];
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static async Task<IReadOnlyList<FleetCost>> RunAsync(Func<Task<ISoakBackend>> start, Action<string> progress)
    {
        var costs = new List<FleetCost>();
        foreach (int members in Sizes)
        {
            await using ISoakBackend backend = await start();
            var settings = new SoakSettings(Window, Seed: 0)
            {
                RealAgents = 0,
                SimulatedAgents = members,
                Life = TimeSpan.FromSeconds(20),
                Poll = Interval,
                Heartbeat = Interval,
            };
            await using var fleet = new SoakFleet(backend, settings);
            await fleet.ExactSplitAsync(Patience);

            long begun = Stopwatch.GetTimestamp();
            ServerLoad before = await backend.LoadAsync();
            await Task.Delay(Window);
            ServerLoad load = await backend.LoadAsync() - before;
            costs.Add(new FleetCost(backend.Name, backend.Version, members, load, Stopwatch.GetElapsedTime(begun)));
            progress($"{backend.Name}, {members} members: {load.Calls / costs[^1].Took.TotalSeconds:0} calls/s");
        }

        return costs;
    }
}
