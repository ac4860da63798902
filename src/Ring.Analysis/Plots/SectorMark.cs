namespace RingPerf.Analysis.Plots;

/// <summary>Sectors of a circle, clockwise from the top, with the text a pointer sees on any of them.</summary>
internal sealed record SectorMark(Color Color, string? Label, IReadOnlyList<Sector> Sectors, string Hover) : Mark(Color, Label);
