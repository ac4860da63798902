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
        foreach ((string name, Action<TextWriter> write) in Data(data))
        {
            using var file = new StreamWriter(folder.Open(name));
            write(file);
        }

        folder.Write(OutputFolder.Marker, JsonContract.Text(data.Run));
        folder.WritePlots(data.Charts, font);
    }

    /// <summary>The files with the numbers of the page, but for the keys that move, which are written as they are read.</summary>
    internal static IEnumerable<(string Name, Action<TextWriter> Write)> Data(ReportData data)
    {
        yield return ("balance.json", file => file.Write(BalanceText.Json(data.Balance)));
        yield return ("balance.csv", file => file.Write(BalanceText.Csv(data.Balance)));
        yield return ("ring.csv", file => WriteArcs(file, data.Ring));
        yield return ("arc-lengths.csv", file => file.Write(ArcLengthsCsv(data.Arcs)));
        yield return ("movement.json", file => file.Write(MovementText.Json(data.Change.Movement)));
        yield return ("movement.csv", file => file.Write(MovementText.Csv(data.Change.Movement)));
        yield return ("movement-shares.csv", file => file.Write(MovementText.SharesCsv(data.Change.Movement)));
        yield return ("movement-ranges.csv", file => file.Write(MovementText.RangesCsv(data.Change.Ranges)));
        yield return ("sweep.json", file => file.Write(SweepText.Json(data.Sweep)));
        yield return ("sweep.csv", file => file.Write(SweepText.Csv(data.Sweep)));
        yield return ("collisions.json", file => file.Write(CollisionText.Json(data.Collisions)));
        yield return ("collisions.csv", file => file.Write(CollisionText.Csv(data.Collisions)));
        if (data.Advice is { } advice)
        {
            yield return ("advise.json", file => file.Write(AdviceText.Json(advice)));
            yield return ("advise.csv", file => file.Write(AdviceText.Csv(advice)));
        }

        if (data.Comparison is { } comparison)
        {
            yield return ("compare.json", file => file.Write(CompareText.Json(comparison)));
            yield return ("compare.csv", file => file.Write(CompareText.Csv(comparison)));
        }

        if (data.Benchmarks is { } benchmarks)
        {
            yield return ("benchmarks.json", file => file.Write(JsonContract.Text(benchmarks)));
            yield return ("benchmarks.csv", file => file.Write(BenchmarksCsv(benchmarks)));
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

    // A ring may have more points than a string has room for.
    private static void WriteArcs(TextWriter file, HashRing ring)
    {
        var csv = new CsvText(file, "position", "node", "arc start", "arc length");
        for (int point = 0; point < ring.PointCount; point++)
        {
            RingArc arc = ring.GetArc(point);
            csv.Row(ring.Positions[point], ring.Nodes[arc.NodeIndex], arc.Start, arc.Length);
        }
    }
}
