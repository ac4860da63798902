using RingPerf.Analysis.Inputs;
using static System.FormattableString;

namespace RingPerf.Analysis.Statistics;

/// <summary>The least replica count that keeps a peak-to-mean, found by simulation.</summary>
/// <param name="Replicas">The least replica count that does.</param>
/// <param name="ReplicasLow">The least count that the search does not rule out at 95 %.</param>
/// <param name="ReplicasHigh">The least count that is enough even then.</param>
/// <param name="Achieved">Peak-to-mean of rings drawn with <paramref name="Replicas"/>.</param>
/// <param name="Rings">Their number.</param>
/// <param name="Within">The part of them that keeps the bound.</param>
internal sealed record ReplicaSimulation(
    int Replicas, int ReplicasLow, int ReplicasHigh, Quantiles Achieved, int Rings, Proportion Within)
{
    // What a search by law may have too few is made up for by steps of an eighth.
    private const double Step = 1.125;

    // A hash that needs more than this many times the law's replicas does not spread them at all.
    private const int MostTimes = 4;

    /// <summary>Searches with draws from the law of shares, then tries the answer on real rings, more replicas where they fall short.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="progress">Told the stage and the part of it that is done.</param>
    /// <exception cref="FailedRunException">No count that a ring can hold is enough.</exception>
    internal static ReplicaSimulation Run(ReplicaQuestion question, Action<string, double> progress)
    {
        (int nodes, double target, double confidence, int rings, HashRingOptions options, ulong seed) = question;
        int pointsAReplica = RingInput.PointsAReplica(options.Profile);
        int tried = 0;
        ReplicaSearch? search = ReplicaSearch.Run(
            nodes, target, confidence, pointsAReplica, seed, () => progress("searching", Math.Min(0.99, ++tried / 64.0)));
        double mostReplicas = RingInput.MostPoints / ((double)nodes * pointsAReplica);
        if (search is null || search.Replicas > mostReplicas)
        {
            throw new FailedRunException(Invariant(
                $"no ring of up to {RingInput.MostPoints} points on {nodes} nodes keeps a peak-to-mean of {target} with confidence {confidence}; take a greater --target"));
        }

        double most = Math.Min((double)MostTimes * search.Replicas, mostReplicas);
        for (double replicas = search.Replicas; replicas <= most; replicas = Math.Ceiling(replicas * Step))
        {
            HashRingOptions chosen = options with { Replicas = (int)replicas };
            double[] peaks = RingDraws.PeaksToMean(nodes, chosen, rings, seed, done => progress("drawing rings", done));
            Proportion within = Proportion.Of(peaks.Count(peak => peak <= target), rings);
            if (within.High >= confidence)
            {
                return new ReplicaSimulation(
                    chosen.Replicas, Math.Min(search.Low, chosen.Replicas), Math.Max(search.High, chosen.Replicas), Quantiles.Of(peaks), rings, within);
            }
        }

        throw new FailedRunException(Invariant(
            $"random points keep a peak-to-mean of {target} with {search.Replicas} replicas, but {OptionText.NameOf(OptionText.Hashes, options.Hash)} does not with {most:0}; take another --hash"));
    }
}
