using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>XXH32, seed 0.</summary>
internal readonly struct XxHash32Hash : IKeyHash
{
    [ThreadStatic]
    private static XxHash32? PerThread;

    public static uint Position(ReadOnlySpan<byte> utf8) => XxHash32.HashToUInt32(utf8);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<XxHash32Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<XxHash32Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        XxHash32 hash = PerThread ??= new XxHash32();
        hash.Reset();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.Append(chunk);
        }

        return hash.GetCurrentHashAsUInt32();
    }
}
