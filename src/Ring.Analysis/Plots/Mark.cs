namespace RingPerf.Analysis.Plots;

/// <summary>Something drawn in a chart.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Label">Its name in the legend, or null.</param>
internal abstract record Mark(Color Color, string? Label);
