namespace RingPerf.Hashing.Md5;

/// <summary>MD5 positions of a batch of packed keys.</summary>
internal static class Md5Batch
{
    /// <summary>Writes the position of each key: key i is the text from offset i to offset i + 1.</summary>
    /// <remarks>The offsets have been checked: they ascend, the first is not negative and the last not past the text. Allocates nothing.</remarks>
    internal static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        Md5Kernels.Best.Positions(utf8, offsets, positions);
}
