using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>A comparison of benchmark results as JSON, CSV or a table.</summary>
internal static class BenchDiffText
{
    internal static string Json(BenchmarkComparison comparison) => JsonContract.Text(comparison);

    internal static string Csv(BenchmarkComparison comparison)
    {
        var csv = new CsvText("benchmark", "before (ns)", "after (ns)", "ratio", "low", "high", "slower");
        foreach (BenchmarkRatio row in comparison.Rows)
        {
            csv.Row(row.Name, row.Before, row.After, row.Ratio, row.Low, row.High, row.IsSlower);
        }

        return csv.ToString();
    }

    internal static void Table(BenchmarkComparison comparison, ConsoleTable table)
    {
        table.Write(
            ["benchmark", " before ns", " after ns", " ratio", " 95 %", ""],
            comparison.Rows.Select(row => (string[])
            [
                row.Name,
                Invariant($"{row.Before:0.00}"),
                Invariant($"{row.After:0.00}"),
                Invariant($"{row.Ratio:0.00}"),
                row.Low is null ? "" : Invariant($"{row.Low:0.00}–{row.High:0.00}"),
                row.IsSlower ? "slower" : "",
            ]));
        table.Line(Invariant($"{comparison.Slower:N0} of {comparison.Rows.Count:N0} rows are slower than {comparison.Threshold:0.00} times before"));
        Missing("only before", comparison.OnlyBefore);
        Missing("only after", comparison.OnlyAfter);

        void Missing(string where, IReadOnlyList<string> names)
        {
            foreach (string name in names)
            {
                table.Line($"{where}: {name}");
            }
        }
    }
}
