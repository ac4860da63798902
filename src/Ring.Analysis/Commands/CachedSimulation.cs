using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary>The adviser's simulation, run once for each question where there is a cache.</summary>
internal static class CachedSimulation
{
    /// <summary>The simulation; from the cache it is the same to the last digit.</summary>
    internal static ReplicaSimulation Of(ReplicaQuestion question, ResultCache cache, Action<string, double> progress)
    {
        if (cache.Read(question.Key) is { } text && JsonContract.Read<ReplicaSimulation>(text) is { } kept)
        {
            return kept;
        }

        var found = ReplicaSimulation.Run(question, progress);
        cache.Write(question.Key, JsonContract.Text(found));
        return found;
    }
}
