using System.Globalization;
using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>Advice on replicas as JSON, CSV or sentences.</summary>
internal static class AdviceText
{
    internal static string Json(ReplicaAdvice advice) => JsonContract.Text(advice);

    internal static string Csv(ReplicaAdvice advice)
    {
        var csv = new CsvText(
            "nodes", "target", "confidence", "replicas", "replicas low", "replicas high", "peakToMean p05", "peakToMean median", "peakToMean p95",
            "rings", "within", "within low", "within high", "bytes", "build ms", "lookup ns", "times");
        csv.Row(
            advice.Nodes, advice.Target, advice.Confidence, advice.Replicas, advice.ReplicasLow, advice.ReplicasHigh, advice.Achieved.P05,
            advice.Achieved.Median, advice.Achieved.P95, advice.Rings, advice.Within.Fraction, advice.Within.Low, advice.Within.High,
            advice.Bytes, advice.BuildMs?.Median, advice.LookupNs?.Median, advice.Times.Source);
        return csv.ToString();
    }

    internal static void Table(ReplicaAdvice advice, ConsoleTable table)
    {
        table.Line(Invariant($"{Wording.Count(advice.Replicas, "replica")} a node ({advice.ReplicasLow:N0} to {advice.ReplicasHigh:N0} at 95 %)"));
        table.Line(Invariant($"keep peak-to-mean at {advice.Target} or less on {Wording.Count(advice.Nodes, "node")} with confidence {advice.Confidence:P1}."));
        table.Line(Invariant(
            $"tried: {Wording.Count(advice.Rings, "ring")}, {advice.Within.Fraction:P1} within ({advice.Within.Low:P1} to {advice.Within.High:P1} at 95 %)"));
        table.Line(Invariant(
            $"peak-to-mean: median {advice.Achieved.Median:0.000}, 5th to 95th percentile {advice.Achieved.P05:0.000} to {advice.Achieved.P95:0.000}"));
        table.Line(Invariant($"cost: {advice.Bytes:N0} bytes, {Time(advice.BuildMs, "0.###", "ms")} to build, {Time(advice.LookupNs, "0.#", "ns")} a lookup"));
        TimeSource times = advice.Times;
        if (times.Machine is null)
        {
            table.Line("times: measured here");
            return;
        }

        table.Line($"times: {times.Source}{(times.Machine.Length > 0 ? $", {times.Machine}" : "")}");
        table.Line($"to build: {Rings(times.BuildRings)}");
        table.Line($"a lookup: {Rings(times.LookupRings)}");
    }

    private static string Time(Quantiles? time, string format, string unit) =>
        time is { } known ? $"{known.Median.ToString(format, CultureInfo.InvariantCulture)} {unit}" : $"? {unit}";

    private static string Rings(IReadOnlyList<string> rings) => rings.Count switch
    {
        0 => "the results have no such ring",
        1 => $"that of a ring of {rings[0]} points",
        _ => $"between those of rings of {rings[0]} and {rings[1]} points",
    };
}
