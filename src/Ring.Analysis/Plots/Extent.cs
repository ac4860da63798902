namespace RingPerf.Analysis.Plots;

/// <summary>A range of y at an x.</summary>
internal readonly record struct Extent(double X, double Low, double High);
