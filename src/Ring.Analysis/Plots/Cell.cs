namespace RingPerf.Analysis.Plots;

/// <summary>One rectangle.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Color">Its own colour.</param>
/// <param name="Hover">Text for a pointer that rests on it.</param>
internal readonly record struct Cell(double X, double Y, Color Color, string Hover);
