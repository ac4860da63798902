using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Reports;
using RingPerf.Coordination.Soak.Running;
using RingPerf.Coordination.Soak.Sizing;

namespace RingPerf.Coordination.Soak;

/// <summary>The two things that are done on every back end in turn.</summary>
internal static class SoakCommands
{
    private static readonly Func<Task<ISoakBackend>>[] Backends = [RedisBackend.StartAsync, EtcdBackend.StartAsync];

    /// <summary>Makes faults, an equal part of the time on each back end.</summary>
    internal static async Task SoakAsync(TimeSpan duration, int seed, string? folder)
    {
        var settings = new SoakSettings(duration / Backends.Length, seed);
        var results = new List<SoakResult>();
        foreach (Func<Task<ISoakBackend>> start in Backends)
        {
            await using ISoakBackend backend = await start();
            results.Add(await SoakRun.RunAsync(backend, settings, Console.WriteLine));
        }

        if (folder is not null)
        {
            SoakFiles.Write(folder, results);
        }

        foreach (SoakResult result in results)
        {
            Console.WriteLine(
                $"{result.Backend}: {result.Faults} faults, every split exact in time and until the next fault ({result.Samples} looks)");
        }
    }

    /// <summary>Counts what fleets of growing sizes cost their server.</summary>
    internal static async Task SizeAsync(string folder)
    {
        var costs = new List<FleetCost>();
        foreach (Func<Task<ISoakBackend>> start in Backends)
        {
            costs.AddRange(await SizingRun.RunAsync(start, Console.WriteLine));
        }

        SizingFile.Write(folder, costs);
    }
}
