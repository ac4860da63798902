using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace RingPerf.Tests;

/// <summary>Saved rings, and states whose bytes were changed.</summary>
internal static class States
{
    /// <summary>A ring with everything a state can hold: weights, shadows, precedence other than the order, several scripts.</summary>
    internal static HashRing Small { get; } = new(
        [new RingNode(CollidingNames.Crc32[0], 2), new RingNode("é"), new RingNode(CollidingNames.Crc32[1]), new RingNode(CollidingNames.Crc32[0], 1.5)],
        new HashRingOptions { Replicas = 2, Hash = HashFunction.Crc32 });

    internal static byte[] Of(HashRing ring)
    {
        var output = new ArrayBufferWriter<byte>();
        ring.Save(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A state with other bytes at an offset and the checksum that fits them.</summary>
    internal static byte[] With(byte[] state, int offset, params byte[][] parts)
    {
        byte[] changed = [.. state];
        parts.SelectMany(part => part).ToArray().CopyTo(changed, offset);
        return Signed(changed);
    }

    internal static byte[] With(byte[] state, int offset, byte value) => With(state, offset, [value]);

    /// <summary>The bytes with the last eight made the checksum of those before.</summary>
    internal static byte[] Signed(byte[] state)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(^8..), XxHash64.HashToUInt64(state.AsSpan(..^8)));
        return state;
    }
}
