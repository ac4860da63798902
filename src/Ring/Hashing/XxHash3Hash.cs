using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>High 32 bits of 64-bit XXH3, seed 0.</summary>
internal readonly struct XxHash3Hash : IKeyHash
{
    [ThreadStatic]
    private static XxHash3? PerThread;

    public static uint Position(ReadOnlySpan<byte> utf8) =>
        (uint)((XxHash3Middle.Takes(utf8.Length) ? XxHash3Middle.Hash(utf8) : XxHash3.HashToUInt64(utf8)) >> 32);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<XxHash3Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<XxHash3Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        XxHash3 hash = PerThread ??= new XxHash3();
        hash.Reset();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.Append(chunk);
        }

        return (uint)(hash.GetCurrentHashAsUInt64() >> 32);
    }
}
