namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>A named bar.</summary>
/// <param name="Name">What is written beside it.</param>
/// <param name="Value">Its length, ns.</param>
/// <param name="IsOurs">Whether it is the ring's, which has a colour of its own.</param>
internal sealed record PlotBar(string Name, double Value, bool IsOurs);
