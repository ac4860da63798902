using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>High 32 bits of XXH64, seed 0.</summary>
public readonly struct XxHash64Hash : IKeyHash<XxHash64Hash>
{
    [ThreadStatic]
    private static XxHash64? PerThread;

    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8) => (uint)(XxHash64.HashToUInt64(utf8) >> 32);

    static uint IKeyHash<XxHash64Hash>.Position(ref Utf8Chunks text)
    {
        XxHash64 hash = PerThread ??= new XxHash64();
        KeyLoop.Feed(hash, ref text);
        return (uint)(hash.GetCurrentHashAsUInt64() >> 32);
    }
}
