using RingPerf.Algorithms;
using RingPerf.Analysis.Inputs;
using static System.FormattableString;

namespace RingPerf.Analysis.Rivals;

/// <summary>What is compared.</summary>
internal static class RivalSet
{
    // SUPSI's suite gives Anchor and Dx ten times the nodes, and Maglev 128 entries a node.
    private const int CapacityTimes = 10;
    private const int EntriesANode = 128;

    /// <summary>The user's ring, the same with a fast hash and with bounded loads, rings of others, then other algorithms.</summary>
    internal static IReadOnlyList<RivalKind> Of(HashRingOptions options)
    {
        var rivals = new List<RivalKind> { Ring(options) };
        HashRingOptions fast = options with { Profile = RingProfile.Aodh, Hash = HashFunction.XxHash3 };
        rivals.AddRange(((HashRingOptions[])[fast, HashRingOptions.Tooz, HashRingOptions.Ketama]).Select(Ring).Where(other => other.Name != rivals[0].Name));
        rivals.Add(new RivalKind(
            "bounded-load", Invariant($"{rivals[0].Name} with bounded loads: no node above {BoundedRival.Factor} times the mean, rounded up"), rivals[0].Takes,
            nodes => new BoundedRival(new HashRing(nodes, options), Array.Exists(nodes, node => node.Weight != 1))));
        Add("jump", "jump consistent hash (Lamping, Veach 2014); only the last node can go without strays", nodes => new JumpHash(Names(nodes)));
        Add("rendezvous", "highest random weight (Thaler, Ravishankar 1998)", nodes => new Rendezvous(Names(nodes)));
        rivals.Add(Selector(
            "weighted-rendezvous", "rendezvous with weights (Schindelhauer, Schomaker 2005)", AnyWeight,
            nodes => new WeightedRendezvous(nodes.Select(node => (node.Name, node.Weight)))));
        Add("maglev", Invariant($"Maglev (Eisenbud et al. 2016), {EntriesANode} entries a node or more"), nodes => new Maglev(Names(nodes), TableSize(nodes.Length)));
        Add("multi-probe", "multi-probe consistent hashing (Appleton, O'Reilly 2015), 21 probes", nodes => new MultiProbe(Names(nodes)));
        Add("anchor", Invariant($"AnchorHash (Mendelson et al. 2021), room for {CapacityTimes} times the nodes"), nodes => new Anchor(Names(nodes), CapacityTimes * nodes.Length));
        Add(
            "dx", Invariant($"DxHash (Dong, Wang 2021), room for {CapacityTimes} times the nodes or more"),
            nodes => new DxHash(Names(nodes), (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(CapacityTimes * nodes.Length))));
        Add("memento", "MementoHash (Coluzzi, Brocco, Antonucci, Leidi 2023)", nodes => new Memento(Names(nodes)));
        return rivals;

        void Add(string name, string description, Func<RingNode[], INodeSelector> build) => rivals.Add(Selector(name, description, weight => weight == 1, build));
    }

    private static RivalKind Selector(string name, string description, Predicate<double> takes, Func<RingNode[], INodeSelector> build) =>
        new(name, description, takes, nodes => new SelectorRival(nodes, build));

    private static RivalKind Ring(HashRingOptions options)
    {
        string profile = OptionText.NameOf(OptionText.Profiles, options.Profile);
        (string name, string description) = options.Profile switch
        {
            RingProfile.Aodh when options.Hash == HashFunction.Md5 => ("md5", Invariant($"the ring of OpenStack's aodh, {options.Replicas} points a node")),
            RingProfile.Aodh => (OptionText.NameOf(OptionText.Hashes, options.Hash), Invariant($"aodh's ring with another hash, {options.Replicas} points a node")),
            RingProfile.Tooz => (profile, Invariant($"the ring of OpenStack's tooz, {options.Replicas} points a node")),
            _ => (profile, Invariant($"the ring of {(options.Profile == RingProfile.Ketama ? "libmemcached" : "uhashring")}'s ketama, {options.Replicas} × {RingInput.PointsAReplica(options.Profile)} points a node")),
        };
        return new RivalKind($"ring {name}", description, options.Profile == RingProfile.Aodh ? AnyWeight : WholeWeight, nodes => new RingRival(new HashRing(nodes, options)));
    }

    private static bool AnyWeight(double weight) => true;

    private static bool WholeWeight(double weight) => weight is >= 1 and <= int.MaxValue && double.IsInteger(weight);

    private static IEnumerable<string> Names(RingNode[] nodes) => nodes.Select(node => node.Name);

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
