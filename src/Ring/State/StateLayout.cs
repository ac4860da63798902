namespace RingPerf.State;

/// <summary>The binary state of a ring, version 1; every number little-endian.</summary>
/// <remarks>
/// magic 8 bytes, version u32, profile u8, labels u8, hash u8, search u8, collisions u8, three zero bytes, replicas i32, nodes i32,
/// points i32, shadows i32; for each node: name length i32, name in UTF-8, rank i32, weight f64; positions u32 each; owners i32
/// each; for each shadow: position u32, node i32; XXH64 of every byte before, u64.
/// </remarks>
internal static class StateLayout
{
    internal const uint Version = 1;
    internal const int HeaderBytes = 36;
    internal const int ReservedBytes = 3;
    internal const int LeastNodeBytes = 4 + 4 + 8;
    internal const int PointBytes = 4 + 4;
    internal const int ShadowBytes = 4 + 4;
    internal const int ChecksumBytes = 8;

    internal static ReadOnlySpan<byte> Magic => "RINGPERF"u8;

    /// <summary>Bytes of a ring's state.</summary>
    internal static long Length(RingState ring)
    {
        long names = 0;
        foreach (string name in ring.Order.Names)
        {
            names += LeastNodeBytes + System.Text.Encoding.UTF8.GetByteCount(name);
        }

        return HeaderBytes + names + ((long)PointBytes * ring.Points.Count) + ((long)ShadowBytes * ring.Points.Shadows.Length) + ChecksumBytes;
    }
}
