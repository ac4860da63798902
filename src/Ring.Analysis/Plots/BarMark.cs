namespace RingPerf.Analysis.Plots;

/// <summary>Upright bars from zero.</summary>
internal sealed record BarMark(Color Color, string? Label, IReadOnlyList<Bar> Bars) : Mark(Color, Label);
