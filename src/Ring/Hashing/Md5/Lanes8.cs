using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Hashing.Md5;

/// <summary>Eight lanes: AVX2, with the rotate of AVX-512VL where there is one.</summary>
internal readonly unsafe struct Lanes8 : ILanes<Vector256<uint>>
{
    internal static bool IsSupported => Avx2.IsSupported;

    internal static Vector256<byte> ByteReversal => Vector256.Create(Lanes4.ByteReversal, Lanes4.ByteReversal);

    // Without AVX-512VL there are 16 registers and no rotate: a fourth vector's state spills.
    public static int Interleave => Avx512F.VL.IsSupported ? 6 : 3;

    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right) => left + right;

    public static Vector256<uint> Subtract(Vector256<uint> left, Vector256<uint> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> F(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> d, Vector256<uint> word, Vector256<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (d ^ (b & (c ^ d))), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> G(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> d, Vector256<uint> word, Vector256<uint> sine, [ConstantExpected] byte rotation)
    {
        Vector256<uint> sum = Avx512F.VL.IsSupported
            ? a + (word + sine) + Vector256.ConditionalSelect(d, b, c)
            : a + (word + sine) + Vector256.AndNot(c, d) + (b & d);
        return b + Rotate(sum, rotation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> H(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> d, Vector256<uint> word, Vector256<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (b ^ (c ^ d)), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> I(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> d, Vector256<uint> word, Vector256<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (c ^ (b | ~d)), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rotate(Vector256<uint> sum, [ConstantExpected] byte rotation) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(sum, rotation) : (sum << rotation) | (sum >>> (32 - rotation));

    public static void OrLengths(Vector256<uint>* words, Vector256<uint> bytes)
    {
        words[14] |= bytes << 3;
        words[15] |= bytes >>> 29;
    }

    public static Vector256<uint> ReverseBytes(Vector256<uint> value) =>
        Avx2.Shuffle(value.AsByte(), ByteReversal).AsUInt32();

    public static void LoadWords(LaneText text, int* starts, int* ends, Vector256<uint>* words)
    {
        Square(text, starts, ends, 0, words);
        Square(text, starts, ends, 32, words + 8);
    }

    /// <summary>Eight words in eight lanes: words within 128 bits by unpacking, then the 128-bit halves.</summary>
    private static void Square(LaneText text, int* starts, int* ends, int offset, Vector256<uint>* words)
    {
        Quad(text, starts, ends, offset, out Vector256<uint> a0, out Vector256<uint> a1, out Vector256<uint> a2, out Vector256<uint> a3);
        Quad(text, starts + 4, ends + 4, offset, out Vector256<uint> b0, out Vector256<uint> b1, out Vector256<uint> b2, out Vector256<uint> b3);
        words[0] = Avx2.Permute2x128(a0, b0, 0x20);
        words[1] = Avx2.Permute2x128(a1, b1, 0x20);
        words[2] = Avx2.Permute2x128(a2, b2, 0x20);
        words[3] = Avx2.Permute2x128(a3, b3, 0x20);
        words[4] = Avx2.Permute2x128(a0, b0, 0x31);
        words[5] = Avx2.Permute2x128(a1, b1, 0x31);
        words[6] = Avx2.Permute2x128(a2, b2, 0x31);
        words[7] = Avx2.Permute2x128(a3, b3, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quad(
        LaneText text, int* starts, int* ends, int offset, out Vector256<uint> word0, out Vector256<uint> word1, out Vector256<uint> word2, out Vector256<uint> word3)
    {
        Vector256<uint> row0 = Row(text.Whole(starts[0]), ends[0] - starts[0], offset);
        Vector256<uint> row1 = Row(text.Whole(starts[1]), ends[1] - starts[1], offset);
        Vector256<uint> row2 = Row(text.Whole(starts[2]), ends[2] - starts[2], offset);
        Vector256<uint> row3 = Row(text.Whole(starts[3]), ends[3] - starts[3], offset);
        Vector256<ulong> low01 = Avx2.UnpackLow(row0, row1).AsUInt64();
        Vector256<ulong> high01 = Avx2.UnpackHigh(row0, row1).AsUInt64();
        Vector256<ulong> low23 = Avx2.UnpackLow(row2, row3).AsUInt64();
        Vector256<ulong> high23 = Avx2.UnpackHigh(row2, row3).AsUInt64();
        word0 = Avx2.UnpackLow(low01, low23).AsUInt32();
        word1 = Avx2.UnpackHigh(low01, low23).AsUInt32();
        word2 = Avx2.UnpackLow(high01, high23).AsUInt32();
        word3 = Avx2.UnpackHigh(high01, high23).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Row(byte* text, int remaining, int offset) =>
        ((Vector256.Load(text + offset) & Vector256.Load(LaneMasks.Read(remaining) + offset)) | Vector256.Load(LaneMasks.Pad(remaining) + offset)).AsUInt32();
}
