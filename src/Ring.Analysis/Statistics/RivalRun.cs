using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Statistics;

/// <summary>What one rival does with one set of nodes and keys.</summary>
/// <param name="Balance">Evenness of the keys' counts, each over what its node's weight asks for.</param>
/// <param name="MovedOnAdd">Part of the keys that move when a node comes.</param>
/// <param name="StrayOnAdd">Part of the keys that move, but not to the node that comes.</param>
/// <param name="MovedOnRemove">Part of the keys that move when a random node goes.</param>
/// <param name="StrayOnRemove">Part of the keys that move though their node stays.</param>
/// <param name="Resized">Evenness after half of the nodes have gone, at random.</param>
/// <param name="StrayOnResize">Part of the keys that moved until then though their node stayed.</param>
/// <remarks>Before and after a change all keys are placed in the same order, starting from none: what an answer that depends on the keys
/// before it owes to the change is then all that differs.</remarks>
internal readonly record struct RivalRun(
    ShareSummary Balance,
    double MovedOnAdd,
    double StrayOnAdd,
    double MovedOnRemove,
    double StrayOnRemove,
    ShareSummary Resized,
    double StrayOnResize)
{
    internal static RivalRun Of(Func<RingNode[], Rival> build, ComparedInput input, ulong seed)
    {
        (RingNode[] nodes, string newcomer) = input.NodesOf(seed);
        KeySource keys = input.KeysOf(seed);
        Dictionary<string, double> weights = nodes.ToDictionary(node => node.Name, node => node.Weight, StringComparer.Ordinal);
        Rival before = build(nodes);
        string[] owners = Owners(before);
        string[] added = Owners(before.Add(newcomer));
        if (nodes.Length == 1)
        {
            return new RivalRun(Summary(before, owners), Moved(owners, added), Stray(owners, added, (_, to) => to == newcomer), 0, 0, Summary(before, owners), 0);
        }

        string[] victims = Victims([.. weights.Keys], seed);
        Rival without = before.Remove(victims[0]);
        string[] removed = Owners(without);
        Rival resized = without;
        foreach (string victim in victims.Skip(1))
        {
            resized = resized.Remove(victim);
        }

        string[] left = Owners(resized);
        return new RivalRun(
            Summary(before, owners),
            Moved(owners, added),
            Stray(owners, added, (_, to) => to == newcomer),
            Moved(owners, removed),
            Stray(owners, removed, (from, _) => from == victims[0]),
            Summary(resized, left),
            Stray(owners, left, (from, _) => victims.Contains(from)));

        string[] Owners(Rival rival) => OwnersOf(rival, keys, input.Keys);

        ShareSummary Summary(Rival rival, string[] owners) => SummaryOf(rival.Nodes, weights, owners);
    }

    private static double Moved(string[] before, string[] after) => Stray(before, after, (_, _) => false);

    private static double Stray(string[] before, string[] after, Func<string, string, bool> mayMove) =>
        before.Zip(after).Count(pair => pair.First != pair.Second && !mayMove(pair.First, pair.Second)) / (double)before.Length;

    // Half of the nodes, at least one, in random order.
    private static string[] Victims(string[] nodes, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(~seed));
        string[] order = [.. nodes];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = (int)(random.Next() % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order[..(nodes.Length / 2)];
    }

    private static ShareSummary SummaryOf(IReadOnlyList<string> nodes, Dictionary<string, double> weights, string[] owners)
    {
        var places = nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place, StringComparer.Ordinal);
        ulong[] counts = new ulong[nodes.Count];
        foreach (string owner in owners)
        {
            counts[places[owner]]++;
        }

        return ShareSummary.Of(counts, [.. nodes.Select(node => weights[node])]);
    }

    private static string[] OwnersOf(Rival rival, KeySource keys, int count)
    {
        string[] owners = new string[count];
        KeyPlacing place = rival.Place();
        using IKeyBatches batches = keys.Open();
        int key = 0;
        while (batches.MoveNext())
        {
            for (int i = 0; i + 1 < batches.Offsets.Length; i++)
            {
                int node = place(batches.Utf8[batches.Offsets[i]..batches.Offsets[i + 1]]);
                owners[key++] = node >= 0
                    ? rival.Nodes[node]
                    : throw new FailedRunException("every node that owns a point is full, and nodes without one have the room; take more --replicas");
            }
        }

        return owners;
    }
}
