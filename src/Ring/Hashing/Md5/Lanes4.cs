using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Hashing.Md5;

/// <summary>Four lanes: SSE2, Arm's AdvSimd, or whatever else the runtime maps 128 bits to.</summary>
internal readonly unsafe struct Lanes4 : ILanes<Vector128<uint>>
{
    internal static bool IsSupported => Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    internal static Vector128<byte> ByteReversal => Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);

    // As for eight lanes on x86; Arm has 32 registers.
    public static int Interleave => Avx512F.VL.IsSupported || AdvSimd.IsSupported ? 6 : 3;

    public static Vector128<uint> Broadcast(uint value) => Vector128.Create(value);

    public static Vector128<uint> Add(Vector128<uint> left, Vector128<uint> right) => left + right;

    public static Vector128<uint> Subtract(Vector128<uint> left, Vector128<uint> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> F(
        Vector128<uint> a, Vector128<uint> b, Vector128<uint> c, Vector128<uint> d, Vector128<uint> word, Vector128<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (d ^ (b & (c ^ d))), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> G(
        Vector128<uint> a, Vector128<uint> b, Vector128<uint> c, Vector128<uint> d, Vector128<uint> word, Vector128<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + Vector128.AndNot(c, d) + (b & d), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> H(
        Vector128<uint> a, Vector128<uint> b, Vector128<uint> c, Vector128<uint> d, Vector128<uint> word, Vector128<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (b ^ (c ^ d)), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> I(
        Vector128<uint> a, Vector128<uint> b, Vector128<uint> c, Vector128<uint> d, Vector128<uint> word, Vector128<uint> sine, [ConstantExpected] byte rotation) =>
        b + Rotate(a + (word + sine) + (c ^ (b | ~d)), rotation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Rotate(Vector128<uint> sum, [ConstantExpected] byte rotation) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(sum, rotation) : (sum << rotation) | (sum >>> (32 - rotation));

    public static void OrLengths(Vector128<uint>* words, Vector128<uint> bytes)
    {
        words[14] |= bytes << 3;
        words[15] |= bytes >>> 29;
    }

    public static Vector128<uint> ReverseBytes(Vector128<uint> value) => Vector128.Shuffle(value.AsByte(), ByteReversal).AsUInt32();

    public static void LoadWords(LaneText text, int* starts, int* ends, Vector128<uint>* words)
    {
        Square(text, starts, ends, 0, words);
        Square(text, starts, ends, 16, words + 4);
        Square(text, starts, ends, 32, words + 8);
        Square(text, starts, ends, 48, words + 12);
    }

    /// <summary>Turns four rows of four words into words of four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref Vector128<uint> row0, ref Vector128<uint> row1, ref Vector128<uint> row2, ref Vector128<uint> row3)
    {
        Vector128<ulong> low01 = InterleaveLow(row0, row1).AsUInt64();
        Vector128<ulong> high01 = InterleaveHigh(row0, row1).AsUInt64();
        Vector128<ulong> low23 = InterleaveLow(row2, row3).AsUInt64();
        Vector128<ulong> high23 = InterleaveHigh(row2, row3).AsUInt64();
        row0 = LowHalves(low01, low23);
        row1 = HighHalves(low01, low23);
        row2 = LowHalves(high01, high23);
        row3 = HighHalves(high01, high23);
    }

    private static void Square(LaneText text, int* starts, int* ends, int offset, Vector128<uint>* words)
    {
        Vector128<uint> row0 = Row(text.Whole(starts[0]), ends[0] - starts[0], offset);
        Vector128<uint> row1 = Row(text.Whole(starts[1]), ends[1] - starts[1], offset);
        Vector128<uint> row2 = Row(text.Whole(starts[2]), ends[2] - starts[2], offset);
        Vector128<uint> row3 = Row(text.Whole(starts[3]), ends[3] - starts[3], offset);
        Transpose(ref row0, ref row1, ref row2, ref row3);
        words[0] = row0;
        words[1] = row1;
        words[2] = row2;
        words[3] = row3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Row(byte* text, int remaining, int offset) =>
        ((Vector128.Load(text + offset) & Vector128.Load(LaneMasks.Read(remaining) + offset)) | Vector128.Load(LaneMasks.Pad(remaining) + offset)).AsUInt32();

    private static Vector128<uint> InterleaveLow(Vector128<uint> even, Vector128<uint> odd) =>
        Sse2.IsSupported ? Sse2.UnpackLow(even, odd)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(even, odd)
        : Vector128.Create(even[0], odd[0], even[1], odd[1]);

    private static Vector128<uint> InterleaveHigh(Vector128<uint> even, Vector128<uint> odd) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(even, odd)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(even, odd)
        : Vector128.Create(even[2], odd[2], even[3], odd[3]);

    private static Vector128<uint> LowHalves(Vector128<ulong> low, Vector128<ulong> high) =>
        (Sse2.IsSupported ? Sse2.UnpackLow(low, high)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(low, high)
        : Vector128.Create(low[0], high[0])).AsUInt32();

    private static Vector128<uint> HighHalves(Vector128<ulong> low, Vector128<ulong> high) =>
        (Sse2.IsSupported ? Sse2.UnpackHigh(low, high)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(low, high)
        : Vector128.Create(low[1], high[1])).AsUInt32();
}
