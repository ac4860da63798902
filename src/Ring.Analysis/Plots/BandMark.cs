namespace RingPerf.Analysis.Plots;

/// <summary>The area between two lines over the same x.</summary>
internal sealed record BandMark(Color Color, string? Label, IReadOnlyList<Extent> Extents) : Mark(Color, Label);
