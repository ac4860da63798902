using System.Buffers.Binary;
using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf.State;

internal ref partial struct StateReader
{
    // Points of 128 bits are not in a state: they are placed anew, and what is in it must be their first 32 bits.
    private PointTable PlaceAndReadKnown(int count, int shadowCount, NodeOrder order, ReplicaCounts counts)
    {
        // Placing costs time by the length of names, so that bytes gone wrong must show before; where some are missing, the field is named that ends.
        if (Left == ((long)count * StateLayout.PointBytes) + ((long)shadowCount * StateLayout.ShadowBytes) + StateLayout.ChecksumBytes)
        {
            VerifyChecksum(_bytes.Length - StateLayout.ChecksumBytes, BinaryPrimitives.ReadUInt64LittleEndian(_bytes[^StateLayout.ChecksumBytes..]));
        }

        return ReadKnown(count, shadowCount, ToozPlacement.Place(order, counts));
    }

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
}
