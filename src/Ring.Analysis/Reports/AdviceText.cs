using System.Globalization;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>Advice on replicas as JSON, CSV or sentences.</summary>
internal static class AdviceText
{
    internal static string Json(ReplicaAdvice advice) => JsonContract.Text(advice);

    internal static string Csv(ReplicaAdvice advice)
    {
        var csv = new CsvText(
            "nodes", "target", "confidence", "replicas", "replicas low", "replicas high", "peakToMean p05", "peakToMean median", "peakToMean p95",
            "rings", "within", "within low", "within high", "bytes", "build ms", "lookup ns");
        csv.Row(
            advice.Nodes, advice.Target, advice.Confidence, advice.Replicas, advice.ReplicasLow, advice.ReplicasHigh, advice.Achieved.P05,
            advice.Achieved.Median, advice.Achieved.P95, advice.Rings, advice.Within.Fraction, advice.Within.Low, advice.Within.High,
            advice.Bytes, advice.BuildMs.Median, advice.LookupNs.Median);
        return csv.ToString();
    }

    internal static void Table(ReplicaAdvice advice, ConsoleTable table)
    {
        table.Line(Text($"{Wording.Count(advice.Replicas, "replica")} a node ({advice.ReplicasLow:N0} to {advice.ReplicasHigh:N0} at 95 %)"));
        table.Line(Text($"keep peak-to-mean at {advice.Target} or less on {Wording.Count(advice.Nodes, "node")} with confidence {advice.Confidence:P1}."));
        table.Line(Text(
            $"tried: {Wording.Count(advice.Rings, "ring")}, {advice.Within.Fraction:P1} within ({advice.Within.Low:P1} to {advice.Within.High:P1} at 95 %)"));
        table.Line(Text(
            $"peak-to-mean: median {advice.Achieved.Median:0.000}, 5th to 95th percentile {advice.Achieved.P05:0.000} to {advice.Achieved.P95:0.000}"));
        table.Line(Text(
            $"cost here: {advice.Bytes:N0} bytes, {advice.BuildMs.Median:0.###} ms to build, {advice.LookupNs.Median:0.#} ns a lookup"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
