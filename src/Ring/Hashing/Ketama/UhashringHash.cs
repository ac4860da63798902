using RingPerf.Keys;

namespace RingPerf.Hashing.Ketama;

/// <summary>Ketama's points with the boundary of Python's <c>bisect</c>: a key belongs to the first point above its hash.</summary>
internal readonly struct UhashringHash : IKeyHash<UhashringHash>
{
    public static uint Position(ReadOnlySpan<byte> utf8) => KetamaPoints.KeyHash(utf8);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KetamaPoints.KeyHashes(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) => KetamaPoints.OfLabels(prefix, positions);

    public static uint Position(ref Utf8Chunks text) => KetamaPoints.KeyHash(ref text);
}
