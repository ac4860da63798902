namespace RingPerf.Analysis.Statistics;

/// <summary>Arcs whose owner depends on the order in which an agent lists the nodes.</summary>
/// <param name="Positions">Number of shared positions that different nodes hash to, 0 under the canonical rule.</param>
/// <param name="Share">Their arcs' part of the circle: two agents may disagree on as much.</param>
internal readonly record struct DisputedArcs(int Positions, double Share)
{
    internal static DisputedArcs Of(IEnumerable<CollidingPair> pairs)
    {
        CollidingPair[] disputed = [.. pairs.Where(pair => pair.OrderDependent).DistinctBy(pair => pair.Position)];
        return new DisputedArcs(disputed.Length, disputed.Sum(pair => pair.Arc));
    }
}
