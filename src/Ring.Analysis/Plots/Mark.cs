namespace RingPerf.Analysis.Plots;

/// <summary>Something drawn in a chart.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Label">Its name in the legend, or null.</param>
internal abstract record Mark(Color Color, string? Label);

/// <summary>Upright bars from zero.</summary>
internal sealed record BarMark(Color Color, string? Label, IReadOnlyList<Bar> Bars) : Mark(Color, Label);

/// <summary>One bar.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Width">Its width in units of the axis.</param>
/// <param name="Y">Its height.</param>
/// <param name="Color">Its own colour.</param>
/// <param name="Hover">Text for a pointer that rests on it.</param>
internal readonly record struct Bar(double X, double Width, double Y, Color Color, string Hover);

/// <summary>A line through points.</summary>
internal sealed record LineMark(Color Color, string? Label, IReadOnlyList<Point> Points, bool Dashed = false) : Mark(Color, Label);

/// <summary>Separate dots.</summary>
internal sealed record DotMark(Color Color, string? Label, IReadOnlyList<Point> Points) : Mark(Color, Label)
{
    private const int Crowd = 100;

    /// <summary>Radius of a dot, smaller in a crowd so that what lies below it shows.</summary>
    internal double Radius => Points.Count > Crowd ? 2 : 4;
}

/// <summary>The area between two lines over the same x.</summary>
internal sealed record BandMark(Color Color, string? Label, IReadOnlyList<Extent> Extents) : Mark(Color, Label);

/// <summary>Rectangles of a grid, each one unit of both axes wide.</summary>
internal sealed record CellMark(Color Color, string? Label, IReadOnlyList<Cell> Cells) : Mark(Color, Label);

/// <summary>One rectangle.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Color">Its own colour.</param>
/// <param name="Hover">Text for a pointer that rests on it.</param>
internal readonly record struct Cell(double X, double Y, Color Color, string Hover);

/// <summary>Sectors of a circle, clockwise from the top, with the text a pointer sees on any of them.</summary>
internal sealed record SectorMark(Color Color, string? Label, IReadOnlyList<Sector> Sectors, string Hover) : Mark(Color, Label);

/// <summary>A part of a ring between two radii of the unit circle.</summary>
/// <param name="Start">Where it starts, in turns from the top, 0 to 1.</param>
/// <param name="Turn">How far it goes, in turns.</param>
/// <param name="Inner">Inner radius, 0 to 1.</param>
/// <param name="Outer">Outer radius, 0 to 1.</param>
internal readonly record struct Sector(double Start, double Turn, double Inner, double Outer);

/// <summary>A point with the text a pointer sees.</summary>
internal readonly record struct Point(double X, double Y, string? Hover = null);

/// <summary>A range of y at an x.</summary>
internal readonly record struct Extent(double X, double Low, double High);
