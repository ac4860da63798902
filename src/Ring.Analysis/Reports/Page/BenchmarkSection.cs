using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>What the benchmarks measured on this machine.</summary>
internal static class BenchmarkSection
{
    internal static string Html(ReportData data, bool hasPng)
    {
        const string heading = "<h2 id=\"benchmarks\">Measured on this machine</h2>\n";
        if (data.Benchmarks is not { } results)
        {
            return $"{heading}<p class=\"soft\">There are no benchmark results of this machine in results/; RingPerf's benchmarks write them, and <code>--results</code> names a folder elsewhere.</p>\n";
        }

        var table = new PageTable("benchmarks.csv", 2, "suite", "benchmark", "median ns", "mean ns", "standard error", "iterations");
        foreach (BenchmarkEntry row in results.Rows)
        {
            table.Row(
                PageText.Escape(row.Suite), PageText.Escape(row.Benchmark), PageText.Of($"{row.MedianNs:N1}"), PageText.Of($"{row.MeanNs:N1}"),
                PageText.Of($"{row.ErrorNs:N2}"), PageText.Of($"{row.Iterations:N0}"));
        }

        return heading +
            $"<p class=\"soft\">{PageText.Escape(results.Cpu.Model)}, {PageText.Escape(results.Runtime)}, run started {PageText.Escape(results.Utc)}: {PageText.Command(results.Command)}. Rows of one run compare; those of two do not.</p>\n" +
            PageFigure.Html(data, hasPng, "benchmarks") + table.Html();
    }
}
