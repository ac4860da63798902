using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>High 32 bits of 64-bit XXH3, seed 0.</summary>
public readonly struct XxHash3Hash : IKeyHash<XxHash3Hash>
{
    [ThreadStatic]
    private static XxHash3? PerThread;

    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8) =>
        (uint)((XxHash3Middle.Takes(utf8.Length) ? XxHash3Middle.Hash(utf8) : XxHash3.HashToUInt64(utf8)) >> 32);

    static uint IKeyHash<XxHash3Hash>.Position(ref Utf8Chunks text)
    {
        XxHash3 hash = PerThread ??= new XxHash3();
        KeyLoop.Feed(hash, ref text);
        return (uint)(hash.GetCurrentHashAsUInt64() >> 32);
    }
}
