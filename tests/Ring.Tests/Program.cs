using System.Runtime.CompilerServices;
using System.Text;
using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Takes every hot path once, for a process whose compiled code is looked at: <see cref="GeneratedCodeTests"/>.</summary>
internal static class Program
{
    private static void Main()
    {
        const string Text = "8c4f1d6e-27f3-4f0b-9c55-0d3a9be1e7c2";
        byte[] utf8 = Encoding.UTF8.GetBytes(Text);
        int[] owners = new int[2];
        foreach (int replicas in new[] { 100, 100_000 })
        {
            var ring = new HashRing(["a", "b", "c"], replicas);
            owners[0] = ring.GetNodeIndex(utf8) + ring.GetNodeIndex(Text);
            ring.GetNodeIndices(utf8, [0, utf8.Length / 2, utf8.Length], owners);
            ring.GetNodeIndices([Text, Text], owners);
        }

        owners[0] = LookUp(new HashRing<Md5Hash, BucketSearch>(["a", "b", "c"]), utf8)
            + LookUp(new HashRing<FnvHash, BucketSearch>(["a", "b", "c"]), utf8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LookUp<THash>(HashRing<THash, BucketSearch> ring, ReadOnlySpan<byte> utf8) where THash : struct, IKeyHash<THash> =>
        ring.GetNodeIndex(utf8);
}
