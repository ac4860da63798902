using System.Buffers.Text;
using System.IO.Hashing;
using CommunityToolkit.HighPerformance.Buffers;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>Many keys one after the other, for hashes that have no faster way.</summary>
internal static class KeyLoop
{
    private const int MaxReplicaDigits = 10;

    internal static void Positions<THash>(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions)
        where THash : struct, IKeyHash<THash>
    {
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = THash.Position(utf8[offsets[i]..offsets[i + 1]]);
        }
    }

    internal static void LabelPositions<THash>(ReadOnlySpan<byte> prefix, Span<uint> positions)
        where THash : struct, IKeyHash<THash>
    {
        Span<byte> label = new byte[prefix.Length + MaxReplicaDigits];
        prefix.CopyTo(label);
        for (int replica = 0; replica < positions.Length; replica++)
        {
            Utf8Formatter.TryFormat(replica, label[prefix.Length..], out int digits);
            positions[replica] = THash.Position(label[..(prefix.Length + digits)]);
        }
    }

    /// <summary>Starts a hash anew and feeds long text to it.</summary>
    internal static void Feed(NonCryptographicHashAlgorithm hash, ref Utf8Chunks text)
    {
        hash.Reset();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.Append(chunk);
        }
    }

    /// <summary>The position of long text, put together in a pooled array.</summary>
    internal static uint Position<THash>(ref Utf8Chunks text) where THash : struct, IKeyHash<THash>
    {
        using SpanOwner<byte> whole = SpanOwner<byte>.Allocate(text.MaxBytes);
        int length = 0;
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            chunk.CopyTo(whole.Span[length..]);
            length += chunk.Length;
        }

        return THash.Position(whole.Span[..length]);
    }
}
