using System.Buffers.Text;
using System.Diagnostics;

namespace RingPerf.Hashing.Md5;

/// <summary>One text after the other, for processors without vectors.</summary>
internal static class ScalarBatch
{
    private const int LongestNumber = 10;

    internal static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions)
    {
        for (int i = 0; i < offsets.Length - 1; i++)
        {
            positions[i] = Md5Scalar.Position(utf8[offsets[i]..offsets[i + 1]]);
        }
    }

    internal static void Positions(LabelPrefix prefix, int firstReplica, Span<uint> positions)
    {
        Debug.Assert(firstReplica >= 0 && (long)firstReplica + positions.Length <= 1L << 31);
        Span<byte> text = stackalloc byte[Md5Constants.BlockSize + LongestNumber];
        prefix.Rest.CopyTo(text);
        for (int i = 0; i < positions.Length; i++)
        {
            bool fits = Utf8Formatter.TryFormat(firstReplica + i, text[prefix.Rest.Length..], out int digits);
            Debug.Assert(fits);
            positions[i] = Md5Scalar.Position(text[..(prefix.Rest.Length + digits)], (ulong)prefix.Length + (ulong)digits, prefix.Words);
        }
    }
}
