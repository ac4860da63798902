namespace RingPerf.Hashing.Md5;

/// <summary>MD5 positions of labels that differ in the replica number at their end.</summary>
internal static class LabelHasher
{
    /// <summary>Writes the positions of the prefix followed by each replica's decimal number, from the first on. Allocates nothing.</summary>
    internal static void Positions(ReadOnlySpan<byte> prefix, int firstReplica, Span<uint> positions) =>
        Md5Kernels.Best.Positions(new LabelPrefix(prefix), firstReplica, positions);
}
