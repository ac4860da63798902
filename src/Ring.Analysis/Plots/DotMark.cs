namespace RingPerf.Analysis.Plots;

/// <summary>Separate dots.</summary>
internal sealed record DotMark(Color Color, string? Label, IReadOnlyList<Point> Points) : Mark(Color, Label)
{
    private const int Crowd = 100;

    /// <summary>Radius of a dot, smaller in a crowd so that what lies below it shows.</summary>
    internal double Radius => Points.Count > Crowd ? 2 : 4;
}
