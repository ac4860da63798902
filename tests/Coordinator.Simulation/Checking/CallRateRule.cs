using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>No hot loop: an agent calls the store a bounded number of times in any second, whatever fails.</summary>
internal sealed class CallRateRule : IRule
{
    internal const int MostCalls = 25;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Queue<TimeSpan>> _calls = new(StringComparer.Ordinal);

    /// <summary>The most calls that an agent made within a second.</summary>
    internal int Highest { get; private set; }

    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is not Called called)
        {
            yield break;
        }

        if (!_calls.TryGetValue(called.Agent, out Queue<TimeSpan>? calls))
        {
            _calls[called.Agent] = calls = [];
        }

        calls.Enqueue(called.At);
        while (calls.Peek() <= called.At - Second)
        {
            calls.Dequeue();
        }

        Highest = Math.Max(Highest, calls.Count);
        if (calls.Count == MostCalls + 1)
        {
            yield return new Violation(called.At, "call rate", $"{called.Agent} called the store {calls.Count} times within a second.");
        }
    }
}
