using RingPerf.Coordination.Soak.Sizing;

namespace RingPerf.Coordination.Soak.Reports;

/// <summary>Writes what fleets cost their servers, a second.</summary>
internal static class SizingFile
{
    internal static void Write(string folder, IEnumerable<FleetCost> costs)
    {
        Directory.CreateDirectory(folder);
        RunFile.Write(Path.Combine(folder, "sizes.json"), "eng/soak.sh sizes docs/fleet", costs.Select(Row));
    }

    private static object Row(FleetCost cost)
    {
        double seconds = cost.Took.TotalSeconds;
        return new
        {
            backend = cost.Backend,
            server = cost.Version,
            members = cost.Members,
            interval = SizingRun.Interval.TotalSeconds,
            callsPerSecond = Math.Round(cost.Load.Calls / seconds, 1),
            bytesInPerSecond = Math.Round(cost.Load.BytesIn / seconds),
            bytesOutPerSecond = Math.Round(cost.Load.BytesOut / seconds),
            processorShare = Math.Round(cost.Load.Processor.TotalSeconds / seconds, 3),
        };
    }
}
