using System.Buffers.Binary;
using System.IO.Hashing;
using RingPerf.Keys;
using RingPerf.Placement;

namespace RingPerf.State;

/// <summary>XXH64 over a canonical text of a ring's answers: the names that own something, and where the owner changes.</summary>
/// <remarks>
/// Design: only what can change an answer is in it. Of points side by side that one node owns the last alone counts; nodes stand
/// in the order of their UTF-8 bytes; a ring of one owner answers alike under any hash, so that none is written. Layout in docs/state.md.
/// </remarks>
internal static class RingChecksum
{
    private const int FirstProfileRule = 64;

    internal static ulong Of(RingState ring)
    {
        var hash = new XxHash64(seed: 0);
        ReadOnlySpan<int> owners = ring.Points.Exact is null ? ring.Points.Owners : ring.Points.Exact.Owners;
        int[] places = AppendNames(hash, ring.Order.Names, owners, out int distinct);
        if (distinct > 1)
        {
            hash.Append([PositionRule(ring.Options)]);
            AppendBoundaries(hash, ring.Points, owners, places);
        }

        return hash.GetCurrentHashAsUInt64();
    }

    // How a key becomes a position: two ways to compute MD5 are one rule.
    private static byte PositionRule(HashRingOptions options) => options.Profile == RingProfile.Aodh
        ? (byte)(options.Hash == HashFunction.Md5Platform ? HashFunction.Md5 : options.Hash)
        : (byte)(FirstProfileRule + (int)options.Profile);

    /// <summary>Writes the names that own a point, sorted; returns the place of each node among them.</summary>
    private static int[] AppendNames(XxHash64 hash, string[] names, ReadOnlySpan<int> owners, out int distinct)
    {
        bool[] owns = new bool[names.Length];
        foreach (int owner in owners)
        {
            owns[owner] = true;
        }

        var named = new List<(byte[] Utf8, int Node)>();
        for (int node = 0; node < names.Length; node++)
        {
            if (owns[node])
            {
                named.Add((StrictUtf8.NodeBytes(names[node], nameof(names)), node));
            }
        }

        named.Sort((x, y) => x.Utf8.AsSpan().SequenceCompareTo(y.Utf8));
        int[] places = new int[names.Length];
        Append(hash, (uint)named.Count);
        for (int place = 0; place < named.Count; place++)
        {
            places[named[place].Node] = place;
            Append(hash, (uint)named[place].Utf8.Length);
            hash.Append(named[place].Utf8);
        }

        distinct = named.Count;
        return places;
    }

    private static void AppendBoundaries(XxHash64 hash, PointTable points, ReadOnlySpan<int> owners, int[] places)
    {
        uint boundaries = 0;
        for (int point = 0; point < owners.Length; point++)
        {
            boundaries += IsBoundary(owners, point) ? 1u : 0;
        }

        Append(hash, boundaries);
        for (int point = 0; point < owners.Length; point++)
        {
            if (IsBoundary(owners, point))
            {
                if (points.Exact is null)
                {
                    Append(hash, points.Positions[point]);
                }
                else
                {
                    Append(hash, points.Exact.Positions[point]);
                }

                Append(hash, (uint)places[owners[point]]);
            }
        }
    }

    private static bool IsBoundary(ReadOnlySpan<int> owners, int point) =>
        owners[point] != owners[point + 1 < owners.Length ? point + 1 : 0];

    private static void Append(XxHash64 hash, UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, value);
        hash.Append(bytes);
    }

    private static void Append(XxHash64 hash, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        hash.Append(bytes);
    }
}
