namespace RingPerf.Analysis.Statistics;

/// <summary>Where times are from.</summary>
/// <param name="Source">"measured here", or a folder of results.</param>
/// <param name="Machine">Processor and runtime of the results; null for this machine.</param>
/// <param name="BuildRings">Rings whose times to build were taken, nodes × replicas: one of as many points, or two to go between.</param>
/// <param name="LookupRings">The same of the lookups.</param>
internal sealed record TimeSource(string Source, string? Machine, IReadOnlyList<string> BuildRings, IReadOnlyList<string> LookupRings);
