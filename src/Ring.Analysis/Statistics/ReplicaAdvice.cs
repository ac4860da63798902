using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>The replica count for a wanted peak-to-mean, and what it costs.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Target">The bound of peak-to-mean.</param>
/// <param name="Confidence">The part of all rings that is to keep it.</param>
/// <param name="Replicas">The least replica count that does.</param>
/// <param name="ReplicasLow">The least count that the search does not rule out at 95 %.</param>
/// <param name="ReplicasHigh">The least count that is enough even then.</param>
/// <param name="Achieved">Peak-to-mean of rings drawn with <paramref name="Replicas"/>.</param>
/// <param name="Rings">Their number.</param>
/// <param name="Within">The part of them that keeps the bound.</param>
/// <param name="Bytes">Memory of such a ring.</param>
/// <param name="BuildMs">Time to build it here, milliseconds.</param>
/// <param name="LookupNs">Time of one lookup here, nanoseconds.</param>
internal sealed record ReplicaAdvice(
    int Nodes,
    double Target,
    double Confidence,
    int Replicas,
    int ReplicasLow,
    int ReplicasHigh,
    Quantiles Achieved,
    int Rings,
    Proportion Within,
    long Bytes,
    Quantiles BuildMs,
    Quantiles LookupNs)
{
    // What a search by law may have too few is made up for by steps of an eighth.
    private const double Step = 1.125;

    // A hash that needs more than this many times the law's replicas does not spread them at all.
    private const int MostTimes = 4;

    /// <summary>Searches with draws from the law of shares, then tries the answer on real rings, more replicas where they fall short.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="target">The bound of peak-to-mean, above 1.</param>
    /// <param name="confidence">The part of all rings that is to keep it.</param>
    /// <param name="rings">Real rings to draw.</param>
    /// <param name="options">Labels and hash of the rings.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="progress">Told the stage and the part of it that is done.</param>
    /// <exception cref="FailedRunException">No count that a ring can hold is enough.</exception>
    internal static ReplicaAdvice Find(
        int nodes, double target, double confidence, int rings, HashRingOptions options, ulong seed, Action<string, double> progress)
    {
        int tried = 0;
        ReplicaSearch? search = ReplicaSearch.Run(nodes, target, confidence, seed, () => progress("searching", Math.Min(0.99, ++tried / 64.0)));
        if (search is null || (double)search.Replicas * nodes > RingInput.MostPoints)
        {
            throw new FailedRunException(Text(
                $"no ring of up to {RingInput.MostPoints} points on {nodes} nodes keeps a peak-to-mean of {target} with confidence {confidence}; take a greater --target"));
        }

        double most = Math.Min((double)MostTimes * search.Replicas, RingInput.MostPoints / (double)nodes);
        for (double replicas = search.Replicas; replicas <= most; replicas = Math.Ceiling(replicas * Step))
        {
            HashRingOptions chosen = options with { Replicas = (int)replicas };
            double[] peaks = RingDraws.PeaksToMean(nodes, chosen, rings, seed, done => progress("drawing rings", done));
            Proportion within = Proportion.Of(peaks.Count(peak => peak <= target), rings);
            if (within.High >= confidence)
            {
                progress("measuring", 0);
                var cost = RingCost.Measure(SweptRing.Names(nodes, seed), chosen);
                return new ReplicaAdvice(
                    nodes, target, confidence, chosen.Replicas, Math.Min(search.Low, chosen.Replicas), Math.Max(search.High, chosen.Replicas),
                    Quantiles.Of(peaks), rings, within, cost.Bytes, cost.BuildMs, cost.LookupNs);
            }
        }

        throw new FailedRunException(Text(
            $"random points keep a peak-to-mean of {target} with {search.Replicas} replicas, but {OptionText.NameOf(OptionText.Hashes, options.Hash)} does not with {most:0}; take another --hash"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
