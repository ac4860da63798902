using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Hashing;

/// <summary>64-bit XXH3, seed 0, of 17 to 128 bytes, the length of most keys: without a call, where the general code has several.</summary>
/// <remarks>Source: the XXH3 specification, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, "Medium inputs".</remarks>
internal static class XxHash3Middle
{
    private const int Least = 17;
    private const int Most = 128;
    private const ulong LengthFactor = 0x9E3779B185EBCA87;
    private const ulong AvalancheFactor = 0x165667919E3779F9;

    // The first 128 bytes of the algorithm's default secret.
    private static ReadOnlySpan<byte> Secret =>
    [
        0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe, 0x7c, 0x01, 0x81, 0x2c, 0xf7, 0x21, 0xad, 0x1c,
        0xde, 0xd4, 0x6d, 0xe9, 0x83, 0x90, 0x97, 0xdb, 0x72, 0x40, 0xa4, 0xa4, 0xb7, 0xb3, 0x67, 0x1f,
        0xcb, 0x79, 0xe6, 0x4e, 0xcc, 0xc0, 0xe5, 0x78, 0x82, 0x5a, 0xd0, 0x7d, 0xcc, 0xff, 0x72, 0x21,
        0xb8, 0x08, 0x46, 0x74, 0xf7, 0x43, 0x24, 0x8e, 0xe0, 0x35, 0x90, 0xe6, 0x81, 0x3a, 0x26, 0x4c,
        0x3c, 0x28, 0x52, 0xbb, 0x91, 0xc3, 0x00, 0xcb, 0x88, 0xd0, 0x65, 0x8b, 0x1b, 0x53, 0x2e, 0xa3,
        0x71, 0x64, 0x48, 0x97, 0xa2, 0x0d, 0xf9, 0x4e, 0x38, 0x19, 0xef, 0x46, 0xa9, 0xde, 0xac, 0xd8,
        0xa8, 0xfa, 0x76, 0x3f, 0xe3, 0x9c, 0x34, 0x3f, 0xf9, 0xdc, 0xbb, 0xc7, 0xc7, 0x0b, 0x4f, 0x1d,
        0x8a, 0x51, 0xe0, 0x4b, 0xcd, 0xb4, 0x59, 0x31, 0xc8, 0x9f, 0x7e, 0xc9, 0xd9, 0x78, 0x73, 0x64,
    ];

    /// <summary>Whether <see cref="Hash"/> takes a text of this length on this machine.</summary>
    internal static bool Takes(int length) => BitConverter.IsLittleEndian && length is >= Least and <= Most;

    /// <summary>The hash of a text that <see cref="Takes"/> admits.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> text)
    {
        Debug.Assert(Takes(text.Length));
        int length = text.Length;
        ref byte first = ref MemoryMarshal.GetReference(text);
        ref byte end = ref Unsafe.Add(ref first, length);
        ulong sum = ((ulong)length * LengthFactor) + Mix(ref first, 0) + Mix(ref Unsafe.Add(ref end, -16), 16);
        if (length > 32)
        {
            sum += Mix(ref Unsafe.Add(ref first, 16), 32) + Mix(ref Unsafe.Add(ref end, -32), 48);
            if (length > 64)
            {
                sum += Mix(ref Unsafe.Add(ref first, 32), 64) + Mix(ref Unsafe.Add(ref end, -48), 80);
                if (length > 96)
                {
                    sum += Mix(ref Unsafe.Add(ref first, 48), 96) + Mix(ref Unsafe.Add(ref end, -64), 112);
                }
            }
        }

        sum ^= sum >> 37;
        sum *= AvalancheFactor;
        return sum ^ (sum >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ref byte text, int secret)
    {
        ref byte key = ref Unsafe.Add(ref MemoryMarshal.GetReference(Secret), secret);
        ulong low = Read(ref text, 0) ^ Read(ref key, 0);
        ulong high = Read(ref text, sizeof(ulong)) ^ Read(ref key, sizeof(ulong));
        ulong upper = Math.BigMul(low, high, out ulong lower);
        return upper ^ lower;
    }

    private static ulong Read(ref byte bytes, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at));
}
