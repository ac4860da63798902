using System.Globalization;

namespace RingPerf.Analysis.Inputs;

/// <summary>A processor as its operating system and the benchmarks name it.</summary>
/// <param name="Model">Its model's name, which clouds make too general to tell two apart.</param>
/// <param name="Family">Number of its family; null where the system does not tell.</param>
/// <param name="Number">Number of its model within the family; null where the system does not tell.</param>
internal sealed record Processor(string Model, int? Family, int? Number)
{
    private const string LinuxFile = "/proc/cpuinfo";

    /// <summary>This machine's; null where the system does not tell.</summary>
    internal static Processor? OfThisMachine() => File.Exists(LinuxFile) ? Parse(File.ReadLines(LinuxFile)) : null;

    /// <summary>The first processor of Linux's list; null where no line names its model.</summary>
    internal static Processor? Parse(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] parts in lines.TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2))
        {
            fields.TryAdd(parts[0].Trim(), parts[1].Trim());
        }

        return fields.TryGetValue("model name", out string? model) ? new Processor(model, Number("cpu family"), Number("model")) : null;

        int? Number(string name) =>
            int.TryParse(fields.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
