namespace RingPerf.Benchmarks.Machine;

/// <summary>One cache of the CPU.</summary>
/// <param name="Level">1 is nearest to the core.</param>
/// <param name="Kind"><c>data</c>, <c>instruction</c> or <c>unified</c>.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record CpuCache(int Level, string Kind, long Bytes);
