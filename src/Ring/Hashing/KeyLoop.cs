using System.Buffers.Text;

namespace RingPerf.Hashing;

/// <summary>Many keys one after the other, for hashes that have no faster way.</summary>
internal static class KeyLoop
{
    private const int MaxReplicaDigits = 10;

    internal static void Positions<THash>(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions)
        where THash : struct, IKeyHash
    {
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = THash.Position(utf8[offsets[i]..offsets[i + 1]]);
        }
    }

    internal static void LabelPositions<THash>(ReadOnlySpan<byte> prefix, Span<uint> positions)
        where THash : struct, IKeyHash
    {
        Span<byte> label = new byte[prefix.Length + MaxReplicaDigits];
        prefix.CopyTo(label);
        for (int replica = 0; replica < positions.Length; replica++)
        {
            Utf8Formatter.TryFormat(replica, label[prefix.Length..], out int digits);
            positions[replica] = THash.Position(label[..(prefix.Length + digits)]);
        }
    }
}
