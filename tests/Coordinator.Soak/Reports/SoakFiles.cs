using System.Globalization;
using System.Text;
using RingPerf.Coordination.Soak.Faults;
using RingPerf.Coordination.Soak.Running;

namespace RingPerf.Coordination.Soak.Reports;

/// <summary>Writes what soaks have shown: a JSON file of the runs, and a CSV file of every time measured.</summary>
internal static class SoakFiles
{
    internal static void Write(string folder, IReadOnlyList<SoakResult> results)
    {
        Directory.CreateDirectory(folder);
        SoakSettings settings = results[0].Settings;
        string command = FormattableString.Invariant(
            $"eng/soak.sh {settings.Duration.TotalMinutes * results.Count:0.##} {settings.Seed} docs/fleet");
        RunFile.Write(Path.Combine(folder, "soak.json"), command, results.Select(Run));
        File.WriteAllText(Path.Combine(folder, "soak.csv"), Table(results));
    }

    private static object Run(SoakResult result) => new
    {
        backend = result.Backend,
        server = result.Version,
        seed = result.Settings.Seed,
        seconds = Math.Round(result.Took.TotalSeconds),
        realAgents = result.Settings.RealAgents,
        simulatedAgents = result.Settings.SimulatedAgents,
        items = result.Settings.Items,
        membershipTimeout = result.Settings.Life.TotalSeconds,
        poll = result.Settings.Poll.TotalSeconds,
        heartbeat = result.Settings.Heartbeat.TotalSeconds,
        faults = result.Faults,
        exactSamples = result.Samples,
        takeovers = result.Measured.GroupBy(time => time.What).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Takeover),
    };

    private static object Takeover(IGrouping<string, Measured> times)
    {
        double[] seconds = [.. times.Select(time => time.Took.TotalSeconds).Order()];
        return new
        {
            after = times.Key,
            times = seconds.Length,
            medianSeconds = Math.Round(seconds[(seconds.Length - 1) / 2], 2),
            maxSeconds = Math.Round(seconds[^1], 2),
            boundSeconds = Math.Round(times.First().Bound.TotalSeconds, 2),
        };
    }

    private static string Table(IReadOnlyList<SoakResult> results)
    {
        var csv = new StringBuilder("backend,after,seconds,bound\n");
        foreach (SoakResult result in results)
        {
            foreach (Measured time in result.Measured)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{result.Backend},\"{time.What}\",{time.Took.TotalSeconds:0.000},{time.Bound.TotalSeconds:0.0##}\n");
            }
        }

        return csv.ToString();
    }
}
