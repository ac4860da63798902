namespace RingPerf.Analysis.Statistics;

/// <summary>Arcs of about one length.</summary>
/// <param name="From">Least length in mean arcs.</param>
/// <param name="To">Length below which an arc belongs here, null for no bound.</param>
/// <param name="Arcs">Number of arcs.</param>
/// <param name="Fraction">Their part of all arcs.</param>
/// <param name="Expected">The part that the exponential law expects.</param>
internal sealed record ArcBin(double From, double? To, long Arcs, double Fraction, double Expected);
