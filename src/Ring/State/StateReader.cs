using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Unicode;
using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf.State;

/// <summary>Reads a ring in the layout of <see cref="StateLayout"/>; every field is checked before it is used or sized by.</summary>
internal ref struct StateReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    private StateReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    private readonly int Left => _bytes.Length - _next;

    /// <exception cref="InvalidDataException">A field is wrong, or bytes are missing or too many.</exception>
    internal static RingState Read(ReadOnlySpan<byte> bytes) => new StateReader(bytes).Read();

    private RingState Read()
    {
        HashRingOptions options = ReadOptions();
        int nodes = ReadCount("node count", StateLayout.LeastNodeBytes);
        int points = ReadCount("point count", StateLayout.PointBytes);
        int shadows = ReadCount("shadow count", StateLayout.ShadowBytes);
        (NodeOrder order, NodeWeights weights) = ReadNodes(nodes, options);
        ReplicaCounts counts = CountsOf(nodes, options, weights);
        if ((long)points + shadows != counts.Total)
        {
            StateError.Throw("point count plus shadow count", (long)points + shadows, $"{counts.Total}, what the nodes' replicas and weights give");
        }

        PointTable table = options.Profile == RingProfile.Tooz
            ? ReadKnown(points, shadows, ToozPlacement.Place(order, counts))
            : ReadPoints(points, shadows, order, counts);
        ReadEnd();
        return new RingState(options, order, weights, counts, table);
    }

    private HashRingOptions ReadOptions()
    {
        if (!Take("magic", StateLayout.Magic.Length).SequenceEqual(StateLayout.Magic))
        {
            StateError.Throw("magic", Convert.ToHexString(_bytes[..StateLayout.Magic.Length]), "the ASCII text RINGPERF");
        }

        uint version = ReadUInt32("version");
        if (version != StateLayout.Version)
        {
            StateError.Throw("version", version, $"{StateLayout.Version}");
        }

        var options = new HashRingOptions
        {
            Profile = StateEnum.Read<RingProfile>("profile", Take("profile", 1)[0]),
            Labels = StateEnum.Read<LabelFormat>("labels", Take("labels", 1)[0]),
            Hash = StateEnum.Read<HashFunction>("hash", Take("hash", 1)[0]),
            Search = StateEnum.Read<SearchAlgorithm>("search", Take("search", 1)[0]),
            Collisions = StateEnum.Read<CollisionRule>("collisions", Take("collisions", 1)[0]),
        };
        if (options.Profile != RingProfile.Aodh && (options.Hash, options.Labels) != (HashFunction.Md5, LabelFormat.Plain))
        {
            StateError.Throw("hash and labels", $"{options.Hash}, {options.Labels}", $"Md5 and Plain under the profile {options.Profile}");
        }

        ReadOnlySpan<byte> reserved = Take("reserved bytes", StateLayout.ReservedBytes);
        if (reserved.ContainsAnyExcept((byte)0))
        {
            StateError.Throw("reserved bytes", Convert.ToHexString(reserved), "zero");
        }

        int replicas = ReadInt32("replicas");
        return replicas >= 1 ? options with { Replicas = replicas } : throw StateError.Of("replicas", replicas, "at least 1");
    }

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
                StateError.Throw($"name of node {node}", RingPerf.Throw.Quote(names[node]), "unlike those before it");
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

    // Points of 128 bits are not in a state: they are placed anew, and what is in it must be their first 32 bits.
    private PointTable ReadKnown(int count, int shadowCount, PointTable known)
    {
        if (count != known.Count)
        {
            StateError.Throw("point count", count, $"{known.Count}, as the nodes give");
        }

        for (int point = 0; point < count; point++)
        {
            Expect("position of point", point, known.Positions[point]);
        }

        for (int point = 0; point < count; point++)
        {
            Expect("owner of point", point, (uint)known.Owners[point]);
        }

        for (int shadow = 0; shadow < shadowCount; shadow++)
        {
            Expect("position of shadow", shadow, known.Shadows[shadow].Position);
            Expect("node of shadow", shadow, (uint)known.Shadows[shadow].Node);
        }

        return known;
    }

    private void Expect(string field, int index, uint expected)
    {
        uint value = ReadUInt32(field, index);
        if (value != expected)
        {
            StateError.Throw($"{field} {index}", value, $"{expected}, as the nodes give");
        }
    }

    private PointTable ReadPoints(int count, int shadowCount, NodeOrder order, ReplicaCounts counts)
    {
        // The arrays are no larger than what is left to read.
        if ((long)count * StateLayout.PointBytes > Left)
        {
            StateError.Throw("point count", count, $"at most the {Left / StateLayout.PointBytes} that are left to read");
        }

        int nodes = order.Names.Length;
        int[] pointsOf = new int[nodes];
        (uint[] positions, int[] owners) = SearchPoints.Allocate(count);
        for (int point = 0; point < count; point++)
        {
            positions[point] = ReadUInt32("position of point", point);
            if (point > 0 && positions[point] <= positions[point - 1])
            {
                StateError.Throw($"position of point {point}", positions[point], $"above that before it, {positions[point - 1]}");
            }
        }

        for (int point = 0; point < count; point++)
        {
            owners[point] = ReadNode("owner of point", point, nodes);
            pointsOf[owners[point]]++;
        }

        var search = SearchPoints.Seal(positions, owners, count);
        var table = new PointTable(search, ReadShadows(shadowCount, search, order, pointsOf));
        for (int node = 0; node < nodes; node++)
        {
            if (pointsOf[node] != counts[node])
            {
                StateError.Throw($"number of points of node {node}", pointsOf[node], $"{counts[node]}, what replicas and its weight give");
            }
        }

        return table;
    }

    private ShadowPoint[] ReadShadows(int count, SearchPoints points, NodeOrder order, int[] pointsOf)
    {
        if ((long)count * StateLayout.ShadowBytes > Left)
        {
            StateError.Throw("shadow count", count, $"at most the {Left / StateLayout.ShadowBytes} that are left to read");
        }

        var shadows = new ShadowPoint[count];
        for (int i = 0; i < count; i++)
        {
            uint position = ReadUInt32("position of shadow", i);
            int node = ReadNode("node of shadow", i, order.Names.Length);
            int point = points.Positions.AsSpan(0, points.Count).BinarySearch(position);
            if (point < 0)
            {
                StateError.Throw($"position of shadow {i}", position, "that of a point");
            }

            if (order.Ranks[node] > order.Ranks[points.Owners[point]])
            {
                StateError.Throw($"node of shadow {i}", node, "of a rank not above that of the point's owner");
            }

            if (i > 0 && (position, order.Ranks[node]).CompareTo((shadows[i - 1].Position, order.Ranks[shadows[i - 1].Node])) < 0)
            {
                StateError.Throw($"position and node of shadow {i}", $"{position}, {node}", "not below those before it, by position and rank");
            }

            shadows[i] = new ShadowPoint(position, node);
            pointsOf[node]++;
        }

        return shadows;
    }

    private void ReadEnd()
    {
        ulong expected = XxHash64.HashToUInt64(_bytes[.._next]);
        ulong checksum = ReadUInt64("checksum");
        if (checksum != expected)
        {
            StateError.Throw("checksum", $"{checksum:x16}", $"{expected:x16}, that of the bytes before it");
        }

        if (Left > 0)
        {
            StateError.Throw("number of bytes behind the checksum", Left, "0");
        }
    }

    private int ReadCount(string field, int bytesEach)
    {
        int count = ReadInt32(field);
        return count >= 0 && (long)count * bytesEach <= Left
            ? count
            : throw StateError.Of(field, count, $"from 0 to the {Left / bytesEach} that are left to read");
    }

    private int ReadNode(string field, int index, int nodes)
    {
        int node = (int)ReadUInt32(field, index);
        return (uint)node < (uint)nodes ? node : throw StateError.Of($"{field} {index}", node, $"from 0 to below {nodes}");
    }

    private int ReadInt32(string field, int index = -1) => (int)ReadUInt32(field, index);

    private uint ReadUInt32(string field, int index = -1) => BinaryPrimitives.ReadUInt32LittleEndian(Take(field, sizeof(uint), index));

    private ulong ReadUInt64(string field, int index = -1) => BinaryPrimitives.ReadUInt64LittleEndian(Take(field, sizeof(ulong), index));

    private ReadOnlySpan<byte> Take(string field, int count, int index = -1)
    {
        if (count > Left)
        {
            throw StateError.Ends(index < 0 ? field : $"{field} {index}", _bytes.Length);
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_next, count);
        _next += count;
        return taken;
    }
}
