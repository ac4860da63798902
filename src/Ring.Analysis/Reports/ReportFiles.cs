using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports.Page;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>A report's data to the files of its folder.</summary>
internal static class ReportFiles
{
    /// <summary>Writes page, plots and tables; PNG plots only where a font is at hand.</summary>
    internal static void Write(OutputFolder folder, ReportData data, PlotFont? font)
    {
        folder.Write("index.html", HtmlPage.Of(data, hasPng: font is not null));
        foreach ((string name, Func<string> text) in Data(data))
        {
            folder.Write(name, text());
        }

        folder.Write(OutputFolder.Marker, JsonContract.Text(data.Run));
        folder.WritePlots(data.Charts, font);
    }

    /// <summary>The files with the numbers of the page, but for the keys that move, which are written as they are read.</summary>
    internal static IEnumerable<(string Name, Func<string> Text)> Data(ReportData data)
    {
        yield return ("balance.json", () => BalanceText.Json(data.Balance));
        yield return ("balance.csv", () => BalanceText.Csv(data.Balance));
        yield return ("ring.csv", () => ArcsCsv(data.Ring));
        yield return ("arc-lengths.csv", () => ArcLengthsCsv(data.Arcs));
        yield return ("movement.json", () => MovementText.Json(data.Change.Movement));
        yield return ("movement.csv", () => MovementText.Csv(data.Change.Movement));
        yield return ("movement-shares.csv", () => MovementText.SharesCsv(data.Change.Movement));
        yield return ("movement-ranges.csv", () => MovementText.RangesCsv(data.Change.Ranges));
        yield return ("sweep.json", () => SweepText.Json(data.Sweep));
        yield return ("sweep.csv", () => SweepText.Csv(data.Sweep));
        yield return ("collisions.json", () => CollisionText.Json(data.Collisions));
        yield return ("collisions.csv", () => CollisionText.Csv(data.Collisions));
        if (data.Advice is { } advice)
        {
            yield return ("advise.json", () => AdviceText.Json(advice));
            yield return ("advise.csv", () => AdviceText.Csv(advice));
        }

        if (data.Comparison is { } comparison)
        {
            yield return ("compare.json", () => CompareText.Json(comparison));
            yield return ("compare.csv", () => CompareText.Csv(comparison));
        }

        if (data.Benchmarks is { } benchmarks)
        {
            yield return ("benchmarks.json", () => JsonContract.Text(benchmarks));
            yield return ("benchmarks.csv", () => BenchmarksCsv(benchmarks));
        }
    }

    private static string ArcLengthsCsv(ArcHistogram histogram)
    {
        var csv = new CsvText("from (mean arcs)", "to (mean arcs)", "arcs", "fraction", "expected");
        foreach (ArcBin bin in histogram.Bins)
        {
            csv.Row(bin.From, bin.To, bin.Arcs, bin.Fraction, bin.Expected);
        }

        return csv.ToString();
    }

    private static string BenchmarksCsv(MachineResults results)
    {
        var csv = new CsvText("suite", "benchmark", "median ns", "mean ns", "standard error ns", "iterations");
        foreach (BenchmarkEntry row in results.Rows)
        {
            csv.Row(row.Suite, row.Benchmark, row.MedianNs, row.MeanNs, row.ErrorNs, row.Iterations);
        }

        return csv.ToString();
    }

    private static string ArcsCsv(HashRing ring)
    {
        var csv = new CsvText("position", "node", "arc start", "arc length");
        for (int point = 0; point < ring.PointCount; point++)
        {
            RingArc arc = ring.GetArc(point);
            csv.Row(ring.Positions[point], ring.Nodes[arc.NodeIndex], arc.Start, arc.Length);
        }

        return csv.ToString();
    }
}
