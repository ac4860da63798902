namespace RingPerf.Analysis.Plots;

/// <summary>One bar.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Width">Its width in units of the axis.</param>
/// <param name="Y">Its height.</param>
/// <param name="Color">Its own colour.</param>
/// <param name="Hover">Text for a pointer that rests on it.</param>
internal readonly record struct Bar(double X, double Width, double Y, Color Color, string Hover);
