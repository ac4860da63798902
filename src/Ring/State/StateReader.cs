using System.IO.Hashing;
using RingPerf.Placement;

namespace RingPerf.State;

/// <summary>Reads a ring in the layout of <see cref="StateLayout"/>; every field is checked before it is used or sized by.</summary>
internal ref partial struct StateReader
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
            ? PlaceAndReadKnown(points, shadows, order, counts)
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

    private void ReadEnd()
    {
        VerifyChecksum(_next, ReadUInt64("checksum"));
        if (Left > 0)
        {
            StateError.Throw("number of bytes behind the checksum", Left, "0");
        }
    }

    private readonly void VerifyChecksum(int length, ulong checksum)
    {
        ulong expected = XxHash64.HashToUInt64(_bytes[..length]);
        if (checksum != expected)
        {
            StateError.Throw("checksum", $"{checksum:x16}", $"{expected:x16}, that of the bytes before it");
        }
    }
}
