namespace RingPerf.Analysis.Plots;

/// <summary>A line through points.</summary>
internal sealed record LineMark(Color Color, string? Label, IReadOnlyList<Point> Points, bool Dashed = false) : Mark(Color, Label);
