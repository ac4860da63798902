using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace RingPerf.Benchmarks.Results;

/// <summary>The table's columns as CSV for machines: one unit a column, none in a cell, no thousands separators.</summary>
/// <remarks>BenchmarkDotNet's own CSV has forty more columns, one for each setting of a job.</remarks>
internal sealed class TableCsvExporter : ExporterBase
{
    private static readonly SummaryStyle Style = new SummaryStyle(
        Ungrouped(), printUnitsInHeader: true, sizeUnit: SizeUnit.B, timeUnit: TimeUnit.Nanosecond, printUnitsInContent: false)
        .WithZeroMetricValuesInContent();

    protected override string FileExtension => "csv";

    public override void ExportToLog(Summary summary, ILogger logger)
    {
        IColumn[] columns = [.. summary.Table.Columns.Where(column => column.NeedToShow).Select(column => column.OriginalColumn)];
        logger.WriteLine(Line(columns.Select(Title)));
        foreach (BenchmarkCase benchmark in summary.BenchmarksCases)
        {
            logger.WriteLine(Line(columns.Select(column => column.GetValue(summary, benchmark, Style))));
        }
    }

    private static string Title(IColumn column) => column.UnitType switch
    {
        UnitType.Time => $"{column.ColumnName} [ns]",
        UnitType.Size => $"{column.ColumnName} [B]",
        _ => column.ColumnName,
    };

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static CultureInfo Ungrouped()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = "";
        return culture;
    }
}
