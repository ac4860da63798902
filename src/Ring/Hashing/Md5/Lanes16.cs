using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Hashing.Md5;

/// <summary>Sixteen lanes: AVX-512.</summary>
internal readonly unsafe struct Lanes16 : ILanes<Vector512<uint>>
{
    internal static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static int Interleave => 6;

    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right) => left + right;

    public static Vector512<uint> Subtract(Vector512<uint> left, Vector512<uint> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> F(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Vector512<uint> word, Vector512<uint> sine, [ConstantExpected] byte rotation) =>
        b + Avx512F.RotateLeft(a + (word + sine) + Vector512.ConditionalSelect(b, c, d), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> G(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Vector512<uint> word, Vector512<uint> sine, [ConstantExpected] byte rotation) =>
        b + Avx512F.RotateLeft(a + (word + sine) + Vector512.ConditionalSelect(d, b, c), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> H(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Vector512<uint> word, Vector512<uint> sine, [ConstantExpected] byte rotation) =>
        b + Avx512F.RotateLeft(a + (word + sine) + (b ^ c ^ d), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> I(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d, Vector512<uint> word, Vector512<uint> sine, [ConstantExpected] byte rotation) =>
        b + Avx512F.RotateLeft(a + (word + sine) + (c ^ (b | ~d)), rotation);

    public static void OrLengths(Vector512<uint>* words, Vector512<uint> bytes)
    {
        words[14] |= bytes << 3;
        words[15] |= bytes >>> 29;
    }

    public static Vector512<uint> ReverseBytes(Vector512<uint> value) =>
        Vector512.ConditionalSelect(Vector512.Create(0x00ff00ffu), Avx512F.RotateLeft(value, 8), Avx512F.RotateRight(value, 8));

    /// <summary>Words within 128 bits by unpacking, then the 128-bit quarters by two shuffles.</summary>
    public static void LoadWords(LaneText text, int* starts, int* ends, Vector512<uint>* words)
    {
        Quad(text, starts, ends, out Vector512<uint> a0, out Vector512<uint> a1, out Vector512<uint> a2, out Vector512<uint> a3);
        Quad(text, starts + 4, ends + 4, out Vector512<uint> b0, out Vector512<uint> b1, out Vector512<uint> b2, out Vector512<uint> b3);
        Quad(text, starts + 8, ends + 8, out Vector512<uint> c0, out Vector512<uint> c1, out Vector512<uint> c2, out Vector512<uint> c3);
        Quad(text, starts + 12, ends + 12, out Vector512<uint> d0, out Vector512<uint> d1, out Vector512<uint> d2, out Vector512<uint> d3);
        StoreQuarters(words, a0, b0, c0, d0);
        StoreQuarters(words + 1, a1, b1, c1, d1);
        StoreQuarters(words + 2, a2, b2, c2, d2);
        StoreQuarters(words + 3, a3, b3, c3, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quad(
        LaneText text, int* starts, int* ends, out Vector512<uint> word0, out Vector512<uint> word1, out Vector512<uint> word2, out Vector512<uint> word3)
    {
        Vector512<uint> row0 = Row(text.Exact(starts[0]), ends[0] - starts[0]);
        Vector512<uint> row1 = Row(text.Exact(starts[1]), ends[1] - starts[1]);
        Vector512<uint> row2 = Row(text.Exact(starts[2]), ends[2] - starts[2]);
        Vector512<uint> row3 = Row(text.Exact(starts[3]), ends[3] - starts[3]);
        Vector512<ulong> low01 = Avx512F.UnpackLow(row0, row1).AsUInt64();
        Vector512<ulong> high01 = Avx512F.UnpackHigh(row0, row1).AsUInt64();
        Vector512<ulong> low23 = Avx512F.UnpackLow(row2, row3).AsUInt64();
        Vector512<ulong> high23 = Avx512F.UnpackHigh(row2, row3).AsUInt64();
        word0 = Avx512F.UnpackLow(low01, low23).AsUInt32();
        word1 = Avx512F.UnpackHigh(low01, low23).AsUInt32();
        word2 = Avx512F.UnpackLow(high01, high23).AsUInt32();
        word3 = Avx512F.UnpackHigh(high01, high23).AsUInt32();
    }

    // A masked load reads no byte the mask hides, so a row needs no room behind the key.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Row(byte* text, int remaining)
    {
        Vector512<sbyte> size = Vector512.Create((sbyte)remaining);
        Vector512<byte> read = Vector512.LessThan(Vector512<sbyte>.Indices, size).AsByte();
        Vector512<byte> end = Vector512.Equals(Vector512<sbyte>.Indices, size).AsByte();
        Vector512<byte> row = Avx512BW.MaskLoad(text, read, Vector512<byte>.Zero);
        return Vector512.ConditionalSelect(end, Vector512.Create((byte)0x80), row).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarters(Vector512<uint>* words, Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> d)
    {
        Vector512<uint> even01 = Avx512F.Shuffle4x128(a, b, 0x88);
        Vector512<uint> odd01 = Avx512F.Shuffle4x128(a, b, 0xdd);
        Vector512<uint> even23 = Avx512F.Shuffle4x128(c, d, 0x88);
        Vector512<uint> odd23 = Avx512F.Shuffle4x128(c, d, 0xdd);
        words[0] = Avx512F.Shuffle4x128(even01, even23, 0x88);
        words[4] = Avx512F.Shuffle4x128(odd01, odd23, 0x88);
        words[8] = Avx512F.Shuffle4x128(even01, even23, 0xdd);
        words[12] = Avx512F.Shuffle4x128(odd01, odd23, 0xdd);
    }
}
