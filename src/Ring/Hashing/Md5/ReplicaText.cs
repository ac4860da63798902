using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace RingPerf.Hashing.Md5;

/// <summary>A decimal number as the sixteen bytes of message that start with the word its first digit falls in.</summary>
internal readonly struct ReplicaText
{
    /// <param name="before">The bytes of the first word that lie before the number.</param>
    /// <param name="number">The number.</param>
    internal ReplicaText(ReadOnlySpan<byte> before, uint number)
    {
        Debug.Assert(before.Length < sizeof(uint));
        UInt128 text = 0x80;
        uint rest = number;
        do
        {
            (rest, uint digit) = Math.DivRem(rest, 10);
            text = (text << 8) | ('0' + digit);
            Digits++;
        }
        while (rest > 0);

        for (int i = before.Length - 1; i >= 0; i--)
        {
            text = (text << 8) | before[i];
        }

        Words = ToVector(text);
        One = ToVector(UInt128.One << (8 * (before.Length + Digits - 1)));
        Followers = 9 - (int)(number % 10);
    }

    /// <summary>What lies before the number, the number, 0x80, zeros.</summary>
    internal Vector128<uint> Words { get; }

    /// <summary>What to add to the words to count one up.</summary>
    internal Vector128<uint> One { get; }

    /// <summary>How often that may be done before another digit changes.</summary>
    internal int Followers { get; }

    /// <summary>Digits of the number.</summary>
    internal int Digits { get; }

    internal static int CountDigits(uint number)
    {
        int digits = 1;
        for (; number >= 10; number /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static Vector128<uint> ToVector(UInt128 bytes) => Vector128.Create((ulong)bytes, (ulong)(bytes >> 64)).AsUInt32();
}
