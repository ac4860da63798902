namespace RingPerf.Analysis.Statistics;

/// <summary>What goes from one node to another.</summary>
/// <param name="From">The owner before.</param>
/// <param name="To">The owner after.</param>
/// <param name="Share">The part of the circle, 0 to 1.</param>
/// <param name="Keys">Number of the given keys.</param>
internal readonly record struct Flow(string From, string To, double Share, long Keys);
