namespace RingPerf.Analysis.Reports;

/// <summary>A heading and the nodes that its cells name by index.</summary>
internal readonly record struct NodeColumn(string Name, IReadOnlyList<string> Nodes);
