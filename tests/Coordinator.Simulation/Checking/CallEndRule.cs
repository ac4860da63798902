using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Every call ends by its deadline, and none raises a back end's error.</summary>
internal sealed class CallEndRule : IRule
{
    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is not Ended ended)
        {
            yield break;
        }

        if (ended.Took > ended.Longest)
        {
            yield return new Violation(ended.At, "deadline", $"{ended.Agent} waited {ended.Took} for its {ended.Call}, of {ended.Longest} at most.");
        }

        if (ended.Escaped is not null)
        {
            yield return new Violation(ended.At, "no error", $"The {ended.Call} of {ended.Agent} raised {ended.Escaped}");
        }
    }
}
