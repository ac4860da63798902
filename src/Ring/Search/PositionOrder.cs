namespace RingPerf.Search;

/// <summary>Comparison as arithmetic, since the JIT turns a conditional inside a loop into a branch.</summary>
internal static class PositionOrder
{
    /// <summary>All ones where <paramref name="point"/> is at most <paramref name="position"/>, else zero.</summary>
    internal static int MaskAtMost(uint point, uint position) => (int)((long)((ulong)point - position - 1) >> 63);

    /// <summary>1 where <paramref name="point"/> is at most <paramref name="position"/>, else 0.</summary>
    internal static uint BitAtMost(uint point, uint position) => (uint)(((ulong)point - position - 1) >> 63);
}
