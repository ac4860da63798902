namespace RingPerf.Analysis.Plots;

/// <summary>A point with the text a pointer sees.</summary>
internal readonly record struct Point(double X, double Y, string? Hover = null);
