namespace RingPerf.Analysis.Plots;

/// <summary>Rectangles of a grid, each one unit of both axes wide.</summary>
internal sealed record CellMark(Color Color, string? Label, IReadOnlyList<Cell> Cells) : Mark(Color, Label);
