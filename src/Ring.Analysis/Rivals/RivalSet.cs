using RingPerf.Algorithms;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Rivals;

/// <summary>What is compared, by name.</summary>
internal static class RivalSet
{
    // SUPSI's suite gives Anchor and Dx ten times the nodes, and Maglev 128 entries a node.
    private const int CapacityTimes = 10;
    private const int EntriesANode = 128;

    /// <summary>The ring with the user's hash and with a fast one, then the others.</summary>
    internal static IReadOnlyList<(string Name, Func<string[], Rival> Build)> Of(HashRingOptions options)
    {
        var rivals = new List<(string Name, Func<string[], Rival> Build)> { Ring(options) };
        if (options.Hash != HashFunction.XxHash3)
        {
            rivals.Add(Ring(options with { Hash = HashFunction.XxHash3 }));
        }

        Add("jump", nodes => new JumpHash(nodes));
        Add("rendezvous", nodes => new Rendezvous(nodes));
        Add("weighted-rendezvous", nodes => new WeightedRendezvous(nodes.Select(node => (node, 1.0))));
        Add("maglev", nodes => new Maglev(nodes, TableSize(nodes.Count())));
        Add("multi-probe", nodes => new MultiProbe(nodes));
        Add("anchor", nodes => new Anchor(nodes, CapacityTimes * nodes.Count()));
        Add("dx", nodes => new DxHash(nodes, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(CapacityTimes * nodes.Count()))));
        Add("memento", nodes => new Memento(nodes));
        return rivals;

        void Add(string name, Func<IEnumerable<string>, INodeSelector> build) => rivals.Add((name, nodes => new Rival.OfSelector(build(nodes), build)));
    }

    private static (string Name, Func<string[], Rival> Build) Ring(HashRingOptions options) =>
        ($"ring {OptionText.NameOf(OptionText.Hashes, options.Hash)}", nodes => new Rival.OfRing(new HashRing(nodes, options)));

    // A change of the table's size would move nearly every key, so it grows in steps.
    private static int TableSize(int nodes)
    {
        int size = Maglev.DefaultTableSize;
        while (size < (long)nodes * EntriesANode)
        {
            size = (size * 2) + 1;
            while (!IsPrime(size))
            {
                size += 2;
            }
        }

        return size;
    }

    private static bool IsPrime(int number)
    {
        for (int divisor = 3; (long)divisor * divisor <= number; divisor += 2)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
