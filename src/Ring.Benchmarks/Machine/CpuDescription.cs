using BenchmarkDotNet.Environments;
using Perfolizer.Models;

namespace RingPerf.Benchmarks.Machine;

/// <summary>The CPU behind the numbers.</summary>
internal sealed record CpuDescription
{
    public required string Model { get; init; }

    /// <summary>The model as a folder name.</summary>
    public required string Slug { get; init; }

    public int? Family { get; init; }

    public int? ModelNumber { get; init; }

    public int? PhysicalCores { get; init; }

    public int LogicalCores { get; init; }

    /// <summary>Null where they cannot be read.</summary>
    public IReadOnlyList<CpuCache>? Caches { get; init; }

    internal static CpuDescription Current()
    {
        CpuInfo cpu = HostEnvironmentInfo.GetCurrent().Cpu.Value;
        (int Family, int Model)? numbers = CpuidLeaves.FamilyAndModel();
        IReadOnlyList<CpuCache> caches = CpuidLeaves.Caches() is { Count: > 0 } leaves ? leaves : [.. SysfsCaches.Read()];
        string model = string.IsNullOrWhiteSpace(cpu.ProcessorName) ? "unknown CPU" : cpu.ProcessorName.Trim();
        return new CpuDescription
        {
            Model = model,
            Slug = CpuSlug.Of(model, numbers),
            Family = numbers?.Family,
            ModelNumber = numbers?.Model,
            PhysicalCores = cpu.PhysicalCoreCount,
            LogicalCores = cpu.LogicalCoreCount ?? Environment.ProcessorCount,
            Caches = caches.Count > 0 ? caches : null,
        };
    }
}
