namespace RingPerf.Coordination.Simulation.Running;

/// <summary>Many seeds, and what all of them showed together.</summary>
internal sealed class Campaign
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<ulong, IReadOnlyList<string>> _failed = [];
    private readonly SortedDictionary<string, int> _changes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _longestWithout = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _longestDouble = new(StringComparer.Ordinal);

    /// <summary>Violations by seed, of those that have any.</summary>
    internal IReadOnlyDictionary<ulong, IReadOnlyList<string>> Failed => _failed;

    internal IReadOnlyDictionary<string, int> Changes => _changes;

    internal IReadOnlyDictionary<string, double> LongestWithout => _longestWithout;

    internal IReadOnlyDictionary<string, double> LongestDouble => _longestDouble;

    internal int Seeds { get; private set; }

    internal double VirtualSeconds { get; private set; }

    internal long Events { get; private set; }

    internal long Calls { get; private set; }

    internal long Polls { get; private set; }

    internal int HighestCallRate { get; private set; }

    /// <summary>Runs seeds from that of a request on, on as many threads as there are processors.</summary>
    internal static Campaign Run(RunRequest first, int count)
    {
        var campaign = new Campaign();
        Parallel.For(0, count, number => campaign.Add(Simulator.Run(first with { Seed = first.Seed + (ulong)number })));
        return campaign;
    }

    private void Add(RunOutcome outcome)
    {
        lock (_gate)
        {
            Seeds++;
            VirtualSeconds += outcome.VirtualSeconds;
            Events += outcome.Events;
            Calls += outcome.Calls;
            Polls += outcome.Polls;
            HighestCallRate = Math.Max(HighestCallRate, outcome.HighestCallRate);
            Merge(_changes, outcome.Changes, (a, b) => a + b);
            Merge(_longestWithout, outcome.LongestWithout, Math.Max);
            Merge(_longestDouble, outcome.LongestDouble, Math.Max);
            if (outcome.Violations.Count > 0)
            {
                _failed.Add(outcome.Seed, outcome.Violations);
            }
        }
    }

    private static void Merge<T>(SortedDictionary<string, T> into, IReadOnlyDictionary<string, T> from, Func<T, T, T> join)
    {
        foreach ((string key, T value) in from)
        {
            into[key] = into.TryGetValue(key, out T? known) ? join(known, value) : value;
        }
    }
}
