namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>A named line, points from left to right.</summary>
internal sealed record PlotLine(string Name, IReadOnlyList<PlotPoint> Points);
