namespace RingPerf.Concurrency.Interleaving;

/// <summary>Checks calls against one order of changes: that of their versions.</summary>
internal sealed class RingHistory
{
    private readonly HashRing[] _rings;
    private readonly RingCall[] _calls;

    /// <param name="first">The ring that was version 1.</param>
    /// <param name="last">What the ring was at the end.</param>
    /// <param name="calls">Every call, those of one thread in order.</param>
    /// <exception cref="InterleavingException">A change is lost, is there twice, or is not built on the one before it.</exception>
    internal RingHistory(HashRing first, RingSnapshot last, RingCall[] calls)
    {
        _calls = calls;
        RingChange[] changes = [.. calls.Select(call => call.Change).OfType<RingChange>().OrderBy(change => change.Version)];
        _rings = [first, .. changes.Select(change => change.After)];
        Check(last.Version == _rings.Length, $"{changes.Length} changes were made, and the last version is {last.Version}");
        Check(ReferenceEquals(last.Ring, _rings[^1]), "the ring is not that of the last change");
        for (int i = 0; i < changes.Length; i++)
        {
            Check(changes[i].Version == i + 2, $"version {i + 2} was given out as {changes[i].Version}");
            Check(ReferenceEquals(changes[i].Before, _rings[i]), $"version {i + 2} is not built on version {i + 1}");
        }
    }

    /// <summary>Checks that some moment between its begin and its end explains each call.</summary>
    /// <exception cref="InterleavingException">A call has no such moment.</exception>
    internal void CheckCalls()
    {
        var seen = new Dictionary<int, long>();
        foreach (RingCall call in _calls)
        {
            Check(call.From >= seen.GetValueOrDefault(call.Thread) && call.To >= call.From, $"a version went back in {call}");
            seen[call.Thread] = call.To;
            Check(IsExplained(call), $"no version from {call.From} to {call.To} explains {call}");
        }
    }

    private bool IsExplained(RingCall call)
    {
        if (call.Change is { } change)
        {
            return change.Version > call.From && change.Version <= call.To && Made(call.Kind, change.Before, call.Node) is var expected
                && expected.SequenceEqual(Weighted(change.After));
        }

        if (call.Snapshot is { } snapshot)
        {
            return snapshot.Version >= call.From && snapshot.Version <= call.To && ReferenceEquals(snapshot.Ring, RingOf(snapshot.Version));
        }

        for (long version = call.From; version <= call.To; version++)
        {
            HashRing ring = RingOf(version);
            bool explains = call.Answer is not null
                ? (ring.GetNode(call.Node) ?? "") == call.Answer
                : Made(call.Kind, ring, call.Node).SequenceEqual(Weighted(ring));
            if (explains)
            {
                return true;
            }
        }

        return false;
    }

    // What a call makes of a ring, in terms of names and weights; the ring itself where the call is refused.
    private static IEnumerable<(string, double)> Made(RingCallKind kind, HashRing ring, string node)
    {
        IEnumerable<(string Name, double)> nodes = Weighted(ring);
        return (kind, ring.Nodes.Contains(node)) switch
        {
            (RingCallKind.Add or RingCallKind.TryAdd, false) => nodes.Append((node, 1)),
            (RingCallKind.Remove or RingCallKind.TryRemove, true) => nodes.Where(other => other.Name != node),
            (RingCallKind.Reweight, true) => nodes.Select(other => other.Name == node ? (node, 2 * other.Item2) : other),
            _ => nodes,
        };
    }

    private static IEnumerable<(string Name, double)> Weighted(HashRing ring) => ring.Nodes.Select((name, node) => (name, ring.Weights[node]));

    private HashRing RingOf(long version) => _rings[(int)version - 1];

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InterleavingException(what);
        }
    }
}
