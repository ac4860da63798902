namespace RingPerf.Tests.Preference;

/// <summary>No list allocates, however many nodes there are.</summary>
public sealed class HashRingPreferenceAllocationTests
{
    private const int Warm = 30;
    private const int Measured = 60;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    [InlineData(5000)]
    public void GetNodes_WarmLoop_AllocatesNothing(int count)
    {
        HashRing ring = new(Enumerable.Range(0, count).Select(i => $"node-{i}"), 3);
        int[] zones = [.. Enumerable.Range(0, count).Select(i => i % 5)];
        int[] excluded = [.. Enumerable.Range(0, Math.Min(count, 2))];
        string[] keys = [.. Enumerable.Range(0, 300).Select(i => $"key-{i}")];
        PackedKeys packed = PackedKeys.Of(keys);
        int[] rows = new int[keys.Length * 3];
        foreach (int wanted in new[] { 0, 1, 3, 20 })
        {
            int[] nodes = new int[wanted];
            AssertNothing(() => ring.GetNodes("key", nodes));
            AssertNothing(() => ring.GetNodes("a longer key with é in it".AsSpan(), nodes));
            AssertNothing(() => ring.GetNodes("key"u8, nodes));
            AssertNothing(() => ring.GetNodes("key", nodes, excluded));
            AssertNothing(() => ring.GetNodes("key", nodes, default(OddNodes)));
            AssertNothing(() => ring.GetNodesAcrossZones("key", nodes, zones));
        }

        AssertNothing(() => ring.GetNodes(keys, 3, rows));
        AssertNothing(() => ring.GetNodes(packed.Utf8, packed.Offsets, 3, rows));
    }

    private static void AssertNothing(Action call) => Assert.Equal(0, Allocation.Of(call, Warm, Measured));

    private readonly struct OddNodes : INodeFilter
    {
        public bool Accepts(int node) => int.IsOddInteger(node);
    }
}
