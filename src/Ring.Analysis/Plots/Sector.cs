namespace RingPerf.Analysis.Plots;

/// <summary>A part of a ring between two radii of the unit circle.</summary>
/// <param name="Start">Where it starts, in turns from the top, 0 to 1.</param>
/// <param name="Turn">How far it goes, in turns.</param>
/// <param name="Inner">Inner radius, 0 to 1.</param>
/// <param name="Outer">Outer radius, 0 to 1.</param>
internal readonly record struct Sector(double Start, double Turn, double Inner, double Outer);
