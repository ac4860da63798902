using System.Globalization;

namespace RingPerf.Benchmarks.Machine;

/// <summary>Processes that wanted a core over the last minute: above the number of cores, times are somebody else's too.</summary>
internal static class LoadAverage
{
    private const string Source = "/proc/loadavg";

    /// <summary>The average, or null where the system keeps none.</summary>
    internal static double? LastMinute() =>
        File.Exists(Source) ? double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) : null;
}
