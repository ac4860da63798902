using System.Globalization;

namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>Numbers as a reader says them.</summary>
internal static class PlotText
{
    /// <summary><c>1</c>, <c>16</c>, <c>10 k</c>, <c>1 M</c>; powers of two from 2^10 are binary, <c>1 Ki</c>.</summary>
    internal static string Count(double value) => value switch
    {
        >= 1 << 20 when value % (1 << 20) == 0 && value % 1_000_000 != 0 => Shown(value / (1 << 20)) + " Mi",
        >= 1 << 10 when value % (1 << 10) == 0 && value % 1_000 != 0 => Shown(value / (1 << 10)) + " Ki",
        >= 1_000_000 => Shown(value / 1_000_000) + " M",
        >= 1_000 => Shown(value / 1_000) + " k",
        _ => Shown(value),
    };

    /// <summary>A time in the unit that suits it: <c>8.5 ns</c>, <c>2.4 ms</c>.</summary>
    internal static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e9 => Shown(nanoseconds / 1e9) + " s",
        >= 1e6 => Shown(nanoseconds / 1e6) + " ms",
        >= 1e3 => Shown(nanoseconds / 1e3) + " µs",
        _ => Shown(nanoseconds) + " ns",
    };

    /// <summary>Three digits.</summary>
    internal static string Shown(double value) =>
        value.ToString(value >= 100 ? "0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
