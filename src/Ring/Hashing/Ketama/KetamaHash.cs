using RingPerf.Keys;

namespace RingPerf.Hashing.Ketama;

/// <summary>Ketama with its own boundary: a key belongs to the first point at or above its hash, the first above one less.</summary>
internal readonly struct KetamaHash : IKeyHash<KetamaHash>
{
    public static uint Position(ReadOnlySpan<byte> utf8) => unchecked(KetamaPoints.KeyHash(utf8) - 1);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions)
    {
        KetamaPoints.KeyHashes(utf8, offsets, positions);
        foreach (ref uint position in positions)
        {
            unchecked
            {
                position--;
            }
        }
    }

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) => KetamaPoints.OfLabels(prefix, positions);

    public static uint Position(ref Utf8Chunks text) => unchecked(KetamaPoints.KeyHash(ref text) - 1);
}
