namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>A named line of a chart, points from left to right.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Color">Its colour, CSS.</param>
/// <param name="Points">Its points.</param>
/// <param name="IsDashed">Whether it is dashed, to be seen on top of another one.</param>
internal sealed record ChartSeries(string Name, string Color, IReadOnlyList<(double X, double Y)> Points, bool IsDashed = false);
