namespace RingPerf.Analysis.Reports;

/// <summary>Command lines that compute a part of a report again.</summary>
/// <param name="Report">The whole.</param>
/// <param name="Balance">Shares and keys of each node.</param>
/// <param name="Movement">What the change moves.</param>
/// <param name="Sweep">Balance over replica counts.</param>
/// <param name="Advise">The replica count for a wanted balance.</param>
/// <param name="Compare">The rivals.</param>
internal sealed record ReportCommands(string Report, string Balance, string Movement, string Sweep, string Advise, string Compare);
