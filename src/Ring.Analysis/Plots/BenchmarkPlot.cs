using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Plots;

/// <summary>The benchmarks' rivals on this machine, a bar each.</summary>
internal static class BenchmarkPlot
{
    private const double BarWidth = 0.7;
    private const double Headroom = 1.1;

    internal static Chart Of(MachineResults results)
    {
        Bar[] bars =
        [
            .. results.Rivals.Select((row, place) => new Bar(
                place + 1, BarWidth, row.MedianNs, Color.OfNode(place), string.Create(CultureInfo.InvariantCulture, $"{row.Benchmark}: {row.MedianNs:0.0} ns"))),
        ];
        return new Chart(
            "benchmarks",
            "Measured here: time of a key, the ring and its rivals",
            $"Bars of the median on {results.Cpu.Model}: {string.Join("; ", bars.Select(bar => bar.Hover))}.",
            new Axis(
                "benchmark", 0.4, bars.Length + 0.6, [.. results.Rivals.Select((row, place) => new Tick(place + 1, row.Benchmark))], Slanted: true),
            Axis.Linear("ns", 0, bars.Max(bar => bar.Y) * Headroom),
            [new BarMark(Color.Accent, null, bars)])
        {
            Caption = $"Medians on {results.Cpu.Model}.",
        };
    }
}
