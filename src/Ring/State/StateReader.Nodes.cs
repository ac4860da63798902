using System.Text;
using System.Text.Unicode;
using RingPerf.Placement;

namespace RingPerf.State;

internal ref partial struct StateReader
{
    private (NodeOrder Order, NodeWeights Weights) ReadNodes(int count, HashRingOptions options)
    {
        string[] names = new string[count];
        int[] ranks = new int[count];
        double[] weights = new double[count];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int node = 0; node < count; node++)
        {
            int length = ReadInt32("name length of node", node);
            if (length < 0 || length > Left)
            {
                StateError.Throw($"name length of node {node}", length, $"from 0 to the {Left} bytes that are left");
            }

            ReadOnlySpan<byte> utf8 = Take("name of node", length, node);
            if (!Utf8.IsValid(utf8))
            {
                StateError.Throw($"name of node {node}", Convert.ToHexString(utf8[..Math.Min(length, 32)]), "valid UTF-8");
            }

            names[node] = Encoding.UTF8.GetString(utf8);
            if (!seen.Add(names[node]))
            {
                StateError.Throw($"name of node {node}", Throw.Quote(names[node]), "unlike those before it");
            }

            ranks[node] = ReadInt32("rank of node", node);
            weights[node] = BitConverter.UInt64BitsToDouble(ReadUInt64("weight of node", node));
            if (!NodeWeights.IsAllowed(weights[node], options.Profile))
            {
                StateError.Throw($"weight of node {node}", weights[node], NodeWeights.Allowed(options.Profile));
            }
        }

        CheckRanks(ranks, options.Collisions == CollisionRule.Canonical ? NodeOrder.Of(names, options.Collisions).Ranks : null);
        return (NodeOrder.Restore(names, ranks), NodeWeights.Of(weights));
    }

    private static void CheckRanks(int[] ranks, int[]? canonical)
    {
        bool[] taken = new bool[ranks.Length];
        for (int node = 0; node < ranks.Length; node++)
        {
            int rank = ranks[node];
            if ((uint)rank >= (uint)taken.Length || taken[rank])
            {
                StateError.Throw($"rank of node {node}", rank, $"from 0 to below {taken.Length} and no other node's");
            }

            if (canonical is not null && rank != canonical[node])
            {
                StateError.Throw($"rank of node {node}", rank, $"{canonical[node]}, its place by UTF-8 bytes");
            }

            taken[rank] = true;
        }
    }

    private static ReplicaCounts CountsOf(int nodes, HashRingOptions options, NodeWeights weights)
    {
        try
        {
            return ReplicaCounts.Of(nodes, options, weights);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidDataException($"The replicas are {options.Replicas}: {e.Message}", e);
        }
    }
}
