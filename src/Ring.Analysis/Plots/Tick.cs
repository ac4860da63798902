namespace RingPerf.Analysis.Plots;

/// <summary>A labelled value of an axis.</summary>
internal readonly record struct Tick(double Value, string Text);
