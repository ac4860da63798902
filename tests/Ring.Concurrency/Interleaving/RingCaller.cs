namespace RingPerf.Concurrency.Interleaving;

/// <summary>One thread's calls, drawn before they are made.</summary>
internal sealed class RingCaller
{
    private const int Calls = 6;

    private static readonly string[] Nodes = ["a", "b", "c"];
    private static readonly RingCallKind[] Kinds = Enum.GetValues<RingCallKind>();

    private readonly ConcurrentHashRing _ring;
    private readonly int _thread;
    private readonly (RingCallKind Kind, string Node)[] _plan;

    internal RingCaller(ConcurrentHashRing ring, int thread, Random draws)
    {
        _ring = ring;
        _thread = thread;
        _plan = [.. Enumerable.Range(0, Calls).Select(_ => (Kinds[draws.Next(Kinds.Length)], Nodes[draws.Next(Nodes.Length)]))];
    }

    /// <summary>The calls that have been made, in order.</summary>
    internal List<RingCall> Made { get; } = [];

    internal void Run()
    {
        foreach ((RingCallKind kind, string node) in _plan)
        {
            var begun = new RingCall(_thread, kind, node, From: _ring.Version, To: 0);
            RingCall done = Call(begun);
            Made.Add(done with { To = _ring.Version });
        }
    }

    private RingCall Call(RingCall call)
    {
        switch (call.Kind)
        {
            case RingCallKind.Add:
                return call with { Change = Accepted(() => _ring.Add(call.Node)) };
            case RingCallKind.Remove:
                return call with { Change = Accepted(() => _ring.Remove(call.Node)) };
            case RingCallKind.TryAdd:
                return call with { Change = _ring.TryAdd(call.Node, out RingChange? added) ? added : null };
            case RingCallKind.TryRemove:
                return call with { Change = _ring.TryRemove(call.Node, out RingChange? removed) ? removed : null };
            case RingCallKind.Reweight:
                RingChange made = _ring.Update(ring => Doubled(ring, call.Node));
                return call with { Change = ReferenceEquals(made.Before, made.After) ? null : made };
            case RingCallKind.GetNode:
                return call with { Answer = _ring.GetNode(call.Node) ?? "" };
            default:
                return call with { Snapshot = _ring.Current };
        }
    }

    private static HashRing Doubled(HashRing ring, string node)
    {
        int index = ring.Nodes.ToList().IndexOf(node);
        return index < 0 ? ring : ring.Reweight(node, 2 * ring.Weights[index]);
    }

    private static RingChange? Accepted(Func<RingChange> call)
    {
        try
        {
            return call();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
