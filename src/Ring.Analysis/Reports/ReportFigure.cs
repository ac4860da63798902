using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Reports;

/// <summary>A plot of a report, with what its reader needs to check it.</summary>
/// <param name="Chart">The plot.</param>
/// <param name="Csv">The file of the report's folder that holds its numbers.</param>
/// <param name="Command">The command line that computes them again.</param>
internal sealed record ReportFigure(Chart Chart, string Csv, string Command);
