using System.Buffers;
using System.Text;
using FsCheck.Xunit;

namespace RingPerf.Tests.Preference;

/// <summary>Lists across zones against the plain walk over all points.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingZoneTests
{
    private static readonly int[] Names = [0, 1, -1, 7, int.MaxValue, int.MinValue, 1 << 30, 1 << 16];

    [Property(MaxTest = 200)]
    public void GetNodesAcrossZones_AnyZones_IsTheHeadOfTheModel(RingInput input, KeyTexts keys, int draw)
    {
        HashRing ring = input.Build();
        var random = new Random(draw);
        int[] zones = [.. ring.Nodes.Select(_ => Names[random.Next(1 + random.Next(Names.Length))])];
        foreach (string key in keys.Texts)
        {
            int[] all = PreferenceModel.AllAcrossZones(ring, ring.GetPosition(key), zones);
            for (int wanted = 0; wanted <= ring.Nodes.Count + 1; wanted++)
            {
                int[] nodes = [.. Enumerable.Repeat(-7, wanted)];
                int found = ring.GetNodesAcrossZones(key, nodes, zones);

                Assert.Equal(all.Take(wanted), nodes[..found]);
                Assert.All(nodes[found..], node => Assert.Equal(-7, node));
                Assert.Equal(all.Take(wanted), nodes[..ring.GetNodesAcrossZones(key.AsSpan(), nodes, zones)]);
                Assert.Equal(all.Take(wanted), nodes[..ring.GetNodesAcrossZones(Encoding.UTF8.GetBytes(key), nodes, zones)]);
            }
        }
    }

    [Fact]
    public void GetNodesAcrossZones_ThreeZonesOfThree_PutsOneCopyInEach()
    {
        HashRing ring = new(Enumerable.Range(0, 9).Select(i => $"node-{i}"));
        int[] zones = [0, 0, 0, 1, 1, 1, 2, 2, 2];
        int[] nodes = new int[3];
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(3, ring.GetNodesAcrossZones($"res-{i}", nodes, zones));
            Assert.Equal([0, 1, 2], nodes.Select(node => zones[node]).Order());
            Assert.Equal(ring.GetNodeIndex($"res-{i}"), nodes[0]);
        }
    }

    [Fact]
    public void GetNodesAcrossZones_ManyNodesEachItsOwnZone_IsTheListWithoutZones()
    {
        HashRing ring = new(Enumerable.Range(0, 3000).Select(i => $"node-{i}"), 3);
        int[] zones = [.. Enumerable.Range(0, 3000).Select(i => i * 65536)];
        int[] spread = new int[3000];
        int[] plain = new int[3000];

        Assert.Equal(3000, ring.GetNodesAcrossZones("key", spread, zones));
        Assert.Equal(3000, ring.GetNodes("key", plain));
        Assert.Equal(plain, spread);
    }

    [Fact]
    public void GetNodesAcrossZones_PooledMemoryUsedBefore_IsTheModel()
    {
        HashRing ring = new(Enumerable.Range(0, 300).Select(i => $"node-{i}"), 3);
        int[] zones = [.. Enumerable.Range(0, 300).Select(i => i % 200)];
        ulong[] used = ArrayPool<ulong>.Shared.Rent(1024);
        used.AsSpan().Fill(ulong.MaxValue);
        ArrayPool<ulong>.Shared.Return(used);
        int[] nodes = new int[250];

        Assert.Equal(250, ring.GetNodesAcrossZones("key", nodes, zones));
        Assert.Equal(PreferenceModel.AllAcrossZones(ring, ring.GetPosition("key"), zones).Take(250), nodes);
    }
}
