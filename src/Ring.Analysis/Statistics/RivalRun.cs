using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Statistics;

/// <summary>What one rival does with one set of nodes and keys.</summary>
/// <param name="Balance">Evenness of the keys' counts.</param>
/// <param name="MovedOnAdd">Part of the keys that move when a node comes.</param>
/// <param name="StrayOnAdd">Part of the keys that move, but not to the node that comes.</param>
/// <param name="MovedOnRemove">Part of the keys that move when a random node goes.</param>
/// <param name="StrayOnRemove">Part of the keys that move though their node stays.</param>
/// <param name="Resized">Evenness after half of the nodes have gone, at random.</param>
/// <param name="StrayOnResize">Part of the keys that moved until then though their node stayed.</param>
internal readonly record struct RivalRun(
    ShareSummary Balance,
    double MovedOnAdd,
    double StrayOnAdd,
    double MovedOnRemove,
    double StrayOnRemove,
    ShareSummary Resized,
    double StrayOnResize)
{
    internal static RivalRun Of(Func<string[], Rival> build, int nodes, int keys, ulong seed)
    {
        string[] names = SweptRing.Names(nodes + 1, seed);
        string newcomer = names[^1];
        Rival before = build(names[..^1]);
        string[] owners = Owners(before, keys, seed);
        string[] added = Owners(before.Add(newcomer), keys, seed);
        if (nodes == 1)
        {
            return new RivalRun(Summary(before, owners), Moved(owners, added), Stray(owners, added, (_, to) => to == newcomer), 0, 0, Summary(before, owners), 0);
        }

        string[] victims = Victims(names[..^1], seed);
        Rival without = before.Remove(victims[0]);
        string[] removed = Owners(without, keys, seed);
        Rival resized = without;
        foreach (string victim in victims.Skip(1))
        {
            resized = resized.Remove(victim);
        }

        string[] left = Owners(resized, keys, seed);
        return new RivalRun(
            Summary(before, owners),
            Moved(owners, added),
            Stray(owners, added, (_, to) => to == newcomer),
            Moved(owners, removed),
            Stray(owners, removed, (from, _) => from == victims[0]),
            Summary(resized, left),
            Stray(owners, left, (from, _) => victims.Contains(from)));
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

    private static ShareSummary Summary(Rival rival, string[] owners)
    {
        var places = rival.Nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place, StringComparer.Ordinal);
        ulong[] counts = new ulong[rival.Nodes.Count];
        foreach (string owner in owners)
        {
            counts[places[owner]]++;
        }

        return ShareSummary.Of(counts);
    }

    private static string[] Owners(Rival rival, int count, ulong seed)
    {
        string[] owners = new string[count];
        using var keys = new SeededKeys(count, SplitMix64.Mix(seed));
        using IKeyBatches batches = keys.Open();
        int key = 0;
        while (batches.MoveNext())
        {
            for (int i = 0; i + 1 < batches.Offsets.Length; i++)
            {
                owners[key++] = rival.Nodes[rival.Find(batches.Utf8[batches.Offsets[i]..batches.Offsets[i + 1]])];
            }
        }

        return owners;
    }
}
