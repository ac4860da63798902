using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>A sweep as JSON, CSV or tables.</summary>
internal static class SweepText
{
    internal static string Json(ReplicaSweep sweep) => JsonContract.Text(sweep);

    internal static string Csv(ReplicaSweep sweep)
    {
        var csv = new CsvText(
            "nodes", "replicas", "seeds", "peakToMean p05", "peakToMean median", "peakToMean p95", "minToMean p05", "minToMean median",
            "minToMean p95", "cv p05", "cv median", "cv p95", "cv expected", "1/sqrt(replicas)", "share standard error", "its uncertainty",
            "share p0.5", "share p99.5", "share p0.5 expected", "share p99.5 expected", "arc law gap", "points");
        foreach (SweepCell cell in sweep.Cells)
        {
            ShareSpread shares = cell.Shares;
            csv.Row(
                cell.Nodes, cell.Replicas, cell.Seeds, cell.PeakToMean.P05, cell.PeakToMean.Median, cell.PeakToMean.P95,
                cell.MinToMean.P05, cell.MinToMean.Median, cell.MinToMean.P95, cell.Cv.P05, cell.Cv.Median, cell.Cv.P95, cell.ExpectedCv,
                cell.InverseRoot, shares.StandardError, shares.Uncertainty, shares.Low, shares.High, shares.ExpectedLow,
                shares.ExpectedHigh, cell.ArcLawGap, cell.Points);
        }

        return csv.ToString();
    }

    internal static void Table(ReplicaSweep sweep, ConsoleTable table)
    {
        table.Line(Invariant($"{sweep.Cells[0].Seeds:N0} rings of random node names a row; medians, with 5th to 95th percentile"));
        table.Write(
            [" nodes", " replicas", " peak-to-mean", " min-to-mean", " cv", " theory"],
            sweep.Cells.Select(cell => (string[])
            [
                Invariant($"{cell.Nodes}"),
                Invariant($"{cell.Replicas}"),
                Band(cell.PeakToMean),
                Band(cell.MinToMean),
                Invariant($"{cell.Cv.Median:0.0000}"),
                Invariant($"{cell.ExpectedCv:0.0000}"),
            ]));
        table.Line(sweep.PointsAReplica == 1
            ? "theory: cv = √((n − 1) / (nR + 1)) for n nodes of R replicas, near 1/√R"
            : Invariant($"theory: cv = √((n − 1) / (nP + 1)) for P points a node, {sweep.PointsAReplica} a replica"));
        foreach (ReplicaRule rule in sweep.Rules)
        {
            table.Line(Invariant(
                $"{Wording.Count(rule.Nodes, "node")}: 700 ln n{(sweep.PointsAReplica == 1 ? "" : $" / {sweep.PointsAReplica}")} = {Wording.Count(rule.Replicas, "replica")} for a peak-to-mean of {rule.PeakToMean:0.00}"));
        }

        SweepCell finest = sweep.Cells.MaxBy(cell => (double)cell.Nodes * cell.Replicas)!;
        table.Line(Invariant(
            $"arcs: at most {finest.ArcLawGap:0.00000} off the exponential law at {finest.Nodes} × {finest.Points} points"));
        TablePublished(sweep, table);
    }

    private static void TablePublished(ReplicaSweep sweep, ConsoleTable table)
    {
        if (sweep.Published.Count == 0)
        {
            return;
        }

        int nodes = sweep.Cells.Max(cell => cell.Nodes);
        IEnumerable<(SweepCell Cell, LampingVeach Published)> rows = sweep.Published.Select(row => (sweep.CellOf(row), row));
        table.Line("");
        table.Line(Invariant($"Shares of {Wording.Count(nodes, "node")} over their mean, and those of Lamping and Veach (2014)"));
        table.Write(
            [" points", " std error", " theirs", " 99 % of shares", " theory", " theirs"],
            rows.Select(row => (string[])
            [
                Invariant($"{row.Cell.Points}"),
                Invariant($"{row.Cell.Shares.StandardError:0.0000000}"),
                Invariant($"{row.Published.StandardError:0.0000000}"),
                Invariant($"{row.Cell.Shares.Low:0.000}–{row.Cell.Shares.High:0.000}"),
                Invariant($"{row.Cell.Shares.ExpectedLow:0.000}–{row.Cell.Shares.ExpectedHigh:0.000}"),
                Invariant($"{row.Published.Low}–{row.Published.High}"),
            ]));
    }

    private static string Band(Quantiles band) => Invariant($"{band.Median:0.000} ({band.P05:0.00}–{band.P95:0.00})");
}
