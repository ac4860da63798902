using System.Globalization;

namespace RingPerf.Benchmarks.Machine;

/// <summary>The caches as Linux shows them, for CPUs without CPUID.</summary>
internal static class SysfsCaches
{
    private const string Folder = "/sys/devices/system/cpu/cpu0/cache";

    internal static IEnumerable<CpuCache> Read()
    {
        if (!Directory.Exists(Folder))
        {
            yield break;
        }

        foreach (string cache in Directory.EnumerateDirectories(Folder, "index*").Order(StringComparer.Ordinal))
        {
            if (Line(cache, "size") is [.. string kilobytes, 'K'] && long.TryParse(kilobytes, CultureInfo.InvariantCulture, out long size)
                && int.TryParse(Line(cache, "level"), CultureInfo.InvariantCulture, out int level))
            {
                yield return new CpuCache(level, Line(cache, "type").ToLowerInvariant(), size * 1024);
            }
        }
    }

    private static string Line(string cache, string name)
    {
        string path = Path.Combine(cache, name);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : "";
    }
}
