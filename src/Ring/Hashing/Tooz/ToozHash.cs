using RingPerf.Keys;

namespace RingPerf.Hashing.Tooz;

/// <summary>First 32 of the 128 bits of a key or a label of tooz.</summary>
internal readonly struct ToozHash : IKeyHash<ToozHash>
{
    private const int TailBits = 96;

    internal static uint Top(UInt128 position) => (uint)(position >> TailBits);

    public static uint Position(ReadOnlySpan<byte> utf8) => Md5Hash.Position(utf8);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        Md5Hash.Positions(utf8, offsets, positions);

    /// <summary>The name itself stands for the prefix: these labels repeat it.</summary>
    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions)
    {
        UInt128[] whole = new UInt128[positions.Length];
        ToozLabels.Positions(prefix, whole);
        for (int i = 0; i < whole.Length; i++)
        {
            positions[i] = Top(whole[i]);
        }
    }

    public static uint Position(ref Utf8Chunks text) => Md5Hash.Position(ref text);
}
