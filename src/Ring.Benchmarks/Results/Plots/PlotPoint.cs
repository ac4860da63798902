namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>One measurement on a line.</summary>
internal readonly record struct PlotPoint(double X, double Y);
