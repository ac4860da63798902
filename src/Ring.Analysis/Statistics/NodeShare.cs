namespace RingPerf.Analysis.Statistics;

/// <summary>A node and its exact part of the circle, 0 to 1.</summary>
internal readonly record struct NodeShare(string Node, double Share);
