using System.Buffers.Binary;
using System.Buffers.Text;
using RingPerf.Hashing.Md5;
using RingPerf.Keys;

namespace RingPerf.Hashing.Ketama;

/// <summary>Hashes of ketama: the first digest bytes little-endian for a key, all sixteen as four points for a label.</summary>
internal static class KetamaPoints
{
    /// <summary>Points of one label.</summary>
    internal const int PerLabel = 4;

    private const int MaxReplicaDigits = 10;

    internal static uint KeyHash(ReadOnlySpan<byte> utf8) => BinaryPrimitives.ReverseEndianness(Md5Scalar.Position(utf8));

    internal static uint KeyHash(ref Utf8Chunks text) => BinaryPrimitives.ReverseEndianness(Md5Hash.Position(ref text));

    internal static void KeyHashes(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> hashes)
    {
        Md5Batch.Positions(utf8, offsets, hashes);
        BinaryPrimitives.ReverseEndianness(hashes, hashes);
    }

    /// <summary>The points of <c>prefix0</c>, four of <c>prefix1</c>, and so on; a multiple of four.</summary>
    internal static void OfLabels(ReadOnlySpan<byte> prefix, Span<uint> points)
    {
        Span<byte> label = new byte[prefix.Length + MaxReplicaDigits];
        prefix.CopyTo(label);
        for (int replica = 0; replica < points.Length / PerLabel; replica++)
        {
            Utf8Formatter.TryFormat(replica, label[prefix.Length..], out int digits);
            Md5Words digest = Md5Digest.Of(label[..(prefix.Length + digits)]);
            Span<uint> four = points.Slice(replica * PerLabel, PerLabel);
            (four[0], four[1], four[2], four[3]) = (digest.A, digest.B, digest.C, digest.D);
        }
    }
}
