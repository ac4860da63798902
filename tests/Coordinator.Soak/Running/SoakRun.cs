using System.Diagnostics;
using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Faults;
using RingPerf.Coordination.Soak.Fleets;

namespace RingPerf.Coordination.Soak.Running;

/// <summary>Makes one fault after another on a fleet, in an order that the seed draws; every fault once before any comes again.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Soaks a fleet.</summary>
    /// <param name="backend">Its server.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told what comes next.</param>
    /// <exception cref="SoakException">A split came late, or did not last.</exception>
    internal static async Task<SoakResult> RunAsync(ISoakBackend backend, SoakSettings settings, Action<string> progress)
    {
        var random = new Random(settings.Seed);
        await using var fleet = new SoakFleet(backend, settings);
        var lab = new Lab(backend, fleet, settings, random);
        progress($"{backend.Version}: {fleet.Count} agents, seed {settings.Seed}");
        await lab.SettleAsync();

        long begun = Stopwatch.GetTimestamp();
        long samples = await RestAsync(lab, settings, "start");
        int faults = 0;
        while (Stopwatch.GetElapsedTime(begun) < settings.Duration)
        {
            foreach (SoakFault fault in InAnyOrder(random))
            {
                progress($"{Stopwatch.GetElapsedTime(begun):hh\\:mm\\:ss} {fault.Name}");
                await fault.MakeAsync(lab);
                faults++;
                samples += await RestAsync(lab, settings, fault.Name);
                if (Stopwatch.GetElapsedTime(begun) >= settings.Duration)
                {
                    break;
                }
            }
        }

        return new SoakResult(backend.Name, backend.Version, settings, faults, samples, Stopwatch.GetElapsedTime(begun), lab.Results);
    }

    private static SoakFault[] InAnyOrder(Random random)
    {
        SoakFault[] faults = [.. SoakFault.All];
        random.Shuffle(faults);
        return faults;
    }

    // While membership is stable the split must be exact whenever one looks.
    private static async Task<long> RestAsync(Lab lab, SoakSettings settings, string after)
    {
        long samples = 0;
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < settings.Rest; samples++)
        {
            if (!lab.Fleet.IsExact())
            {
                throw new SoakException($"{lab.Backend.Name}: after {after} the split did not stay exact.\n{lab.Fleet.Describe()}");
            }

            await Task.Delay(Step);
        }

        return samples;
    }
}
