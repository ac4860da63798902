namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>A scale from values to places between 0 and 1, and where it has ticks.</summary>
internal sealed class PlotAxis
{
    private const int LinearTicks = 6;

    private readonly bool _logarithmic;
    private readonly double _low;
    private readonly double _high;

    private PlotAxis(string label, bool logarithmic, double low, double high, IReadOnlyList<double> ticks, Func<double, string> text)
    {
        Label = label;
        _logarithmic = logarithmic;
        _low = low;
        _high = high;
        Ticks = ticks;
        Text = text;
    }

    internal string Label { get; }

    internal IReadOnlyList<double> Ticks { get; }

    internal Func<double, string> Text { get; }

    /// <summary>Decades round all values; with fewer than three of them, 2 and 5 have ticks too.</summary>
    internal static PlotAxis Logarithmic(string label, IEnumerable<double> values, Func<double, string> text)
    {
        double[] all = [.. values];
        int first = (int)Math.Floor(Math.Log10(all.Min()));
        int last = Math.Max((int)Math.Ceiling(Math.Log10(all.Max())), first + 1);
        double[] steps = last - first < 3 ? [1, 2, 5] : [1];
        double[] ticks =
        [
            .. from decade in Enumerable.Range(first, last - first)
               from step in steps
               select step * Math.Pow(10, decade),
            Math.Pow(10, last),
        ];
        return new PlotAxis(label, true, ticks[0], ticks[^1], ticks, text);
    }

    /// <summary>A logarithmic scale with a tick at each measured value.</summary>
    internal static PlotAxis LogarithmicAt(string label, IEnumerable<double> values, Func<double, string> text)
    {
        double[] ticks = [.. values.Distinct().Order()];
        return new PlotAxis(label, true, ticks[0] / 1.2, ticks[^1] * 1.2, ticks, text);
    }

    /// <summary>From 0 to a round number above all values.</summary>
    internal static PlotAxis Linear(string label, IEnumerable<double> values, Func<double, string> text)
    {
        double most = values.Max();
        double rough = Math.Max(most, double.Epsilon * 1e20) / LinearTicks;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        int count = (int)Math.Ceiling(most / step);
        return new PlotAxis(label, false, 0, count * step, [.. Enumerable.Range(0, count + 1).Select(tick => tick * step)], text);
    }

    internal double Place(double value) => _logarithmic
        ? Math.Log(value / _low) / Math.Log(_high / _low)
        : (value - _low) / (_high - _low);
}
