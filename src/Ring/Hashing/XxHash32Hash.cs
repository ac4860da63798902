using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>XXH32, seed 0.</summary>
public readonly struct XxHash32Hash : IKeyHash<XxHash32Hash>
{
    [ThreadStatic]
    private static XxHash32? PerThread;

    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8) => XxHash32.HashToUInt32(utf8);

    static uint IKeyHash<XxHash32Hash>.Position(ref Utf8Chunks text)
    {
        XxHash32 hash = PerThread ??= new XxHash32();
        KeyLoop.Feed(hash, ref text);
        return hash.GetCurrentHashAsUInt32();
    }
}
