using RingPerf.Hashing.Md5;

namespace RingPerf.Hashing.Tooz;

/// <summary>The points of a node of tooz: label r is the name r + 2 times, hashed by feeding one digest on.</summary>
internal static class ToozLabels
{
    internal static void Positions(ReadOnlySpan<byte> name, Span<UInt128> positions)
    {
        var state = new Md5State();
        state.Append(name);
        foreach (ref UInt128 position in positions)
        {
            state.Append(name);
            position = Md5Digest.Number(state.Digest());
        }
    }
}
