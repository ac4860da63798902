using System.IO.Hashing;
using System.Text;

namespace RingPerf.Algorithms;

/// <summary>Text to the 64-bit keys that the algorithms work on: XXH64 of its UTF-8.</summary>
public static class KeyHash
{
    private const int StackBytes = 512;
    private const int MaxBytesPerChar = 3;

    /// <summary>The key of UTF-8 bytes.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="seed">Another seed gives an independent hash.</param>
    /// <returns>All 64 bits of the hash.</returns>
    public static ulong Of(ReadOnlySpan<byte> utf8, long seed = 0) => XxHash64.HashToUInt64(utf8, seed);

    /// <summary>The key of a text; allocates only beyond 170 characters.</summary>
    /// <param name="text">The text; a lone surrogate counts as U+FFFD.</param>
    /// <param name="seed">Another seed gives an independent hash.</param>
    /// <returns>All 64 bits of the hash.</returns>
    public static ulong Of(ReadOnlySpan<char> text, long seed = 0)
    {
        int most = text.Length * MaxBytesPerChar;
        Span<byte> utf8 = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        return Of(utf8[..Encoding.UTF8.GetBytes(text, utf8)], seed);
    }

    /// <summary>Spreads every bit over all others: the finalizer of MurmurHash3.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return value ^ (value >> 33);
    }

    /// <summary>Another hash of the same key for each number.</summary>
    internal static ulong Mix(ulong key, int number) => Mix(key ^ Mix((ulong)number + 0x9e3779b97f4a7c15));
}
