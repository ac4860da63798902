namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>A place on the X axis worth knowing, such as the size of a cache.</summary>
internal sealed record PlotMark(double X, string Text);
