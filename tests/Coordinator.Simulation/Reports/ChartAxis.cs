using System.Globalization;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>An axis from 0 on, with ticks.</summary>
/// <param name="Label">Quantity and unit.</param>
/// <param name="Step">From tick to tick.</param>
/// <param name="Ticks">How many ticks there are after 0.</param>
/// <param name="Unit">What follows each number.</param>
internal sealed record ChartAxis(string Label, double Step, int Ticks, string Unit = "")
{
    internal double Place(double value) => value / (Step * Ticks);

    internal IEnumerable<(double Value, string Text)> Marks() => Enumerable.Range(0, Ticks + 1).Select(
        tick => (tick * Step, (tick * Step).ToString("0.##", CultureInfo.InvariantCulture) + Unit));
}
