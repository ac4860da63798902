using System.Buffers.Binary;

namespace RingPerf.Analysis.Inputs;

/// <summary>Version 4 UUIDs from a seed, by SplitMix64: the same on every machine and runtime.</summary>
internal sealed class SeededUuids(ulong seed)
{
    /// <summary>Characters of a UUID with its dashes.</summary>
    internal const int TextLength = 36;

    private SplitMix64 _random = new(seed);

    internal Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _random.Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _random.Next());
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }
}
