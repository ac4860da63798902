using System.Text;
using FsCheck.Xunit;

namespace RingPerf.Tests.Preference;

/// <summary>Preference lists against the plain walk over all points.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingPreferenceTests
{
    [Property(MaxTest = 200)]
    public void GetNodesAt_AnyRingPositionAndLength_IsTheHeadOfTheModel(RingInput input)
    {
        HashRing ring = input.Build();
        foreach (uint position in RingAssert.Edges(ring).Take(40))
        {
            int[] all = PreferenceModel.All(ring, position);
            for (int wanted = 0; wanted <= ring.Nodes.Count + 2; wanted++)
            {
                int[] nodes = [.. Enumerable.Repeat(-7, wanted)];
                int found = ring.GetNodesAt(position, nodes);

                Assert.Equal(all.Take(wanted), nodes[..found]);
                Assert.All(nodes[found..], node => Assert.Equal(-7, node));
            }
        }
    }

    [Property(MaxTest = 200)]
    public void GetNodes_AnyOverload_GivesTheListOfThePosition(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        foreach (string key in keys.Texts)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(key);
            int[] expected = PreferenceModel.All(ring, ring.GetPosition(key));
            int[] nodes = new int[ring.Nodes.Count];

            Assert.Equal(expected, nodes[..ring.GetNodes(key, nodes)]);
            Assert.Equal(expected, nodes[..ring.GetNodes(key.AsSpan(), nodes)]);
            Assert.Equal(expected, nodes[..ring.GetNodes(utf8, nodes)]);
            Assert.Equal(expected.Take(1), ring.Nodes.Count == 0 ? [] : new[] { ring.GetNodeIndex(key) });
        }
    }

    [Property]
    public void GetNodes_NodeThatLeaves_OnlyDropsOut(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        foreach (string gone in ring.Nodes)
        {
            HashRing after = ring.Remove(gone);
            foreach (string key in keys.Texts)
            {
                string[] before = Names(ring, key);
                string[] left = Names(after, key);
                int unmoved = Array.IndexOf(before, gone);
                Assert.Equal(before.Take(unmoved < 0 ? before.Length : unmoved), left.Take(unmoved < 0 ? before.Length : unmoved));

                // A point that comes back from the shadow of the one that left may bring its node forward.
                if (ring.GetCollisions().Length == 0)
                {
                    Assert.Equal(before.Where(node => node != gone), left);
                }

                Assert.Equal(PreferenceModel.All(after, after.GetPosition(key)).Select(node => after.Nodes[node]), left);
            }
        }
    }

    [Property]
    public void GetNodes_AnyExclusion_IsTheModelWithoutThem(RingInput input, KeyTexts keys, int draw)
    {
        HashRing ring = input.Build();
        var random = new Random(draw);
        foreach (string key in keys.Texts)
        {
            int[] excluded = [.. Enumerable.Range(0, ring.Nodes.Count == 0 ? 0 : random.Next(8)).Select(_ => random.Next(ring.Nodes.Count))];
            int[] expected = [.. PreferenceModel.All(ring, ring.GetPosition(key)).Except(excluded)];
            for (int wanted = 0; wanted <= ring.Nodes.Count + 1; wanted++)
            {
                int[] nodes = new int[wanted];

                Assert.Equal(expected.Take(wanted), nodes[..ring.GetNodes(key, nodes, excluded)]);
                Assert.Equal(expected.Take(wanted), nodes[..ring.GetNodes(key.AsSpan(), nodes, excluded)]);
                Assert.Equal(expected.Take(wanted), nodes[..ring.GetNodes(Encoding.UTF8.GetBytes(key), nodes, excluded)]);
            }
        }
    }

    [Property]
    public void GetNodes_AnyFilter_AsksOnceInRingOrderUntilEnoughAreFound(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        foreach (string key in keys.Texts)
        {
            int[] all = PreferenceModel.All(ring, ring.GetPosition(key));
            int[] even = [.. all.Where(int.IsEvenInteger)];
            for (int wanted = 0; wanted <= ring.Nodes.Count; wanted++)
            {
                int[] nodes = new int[wanted];
                List<int> asked = [];
                int found = ring.GetNodes(key, nodes, new EvenNodes(asked));

                Assert.Equal(even.Take(wanted), nodes[..found]);
                int last = wanted == 0 ? 0 : wanted > even.Length ? all.Length : Array.IndexOf(all, even[wanted - 1]) + 1;
                Assert.Equal(all.Take(last), asked);
                Assert.Equal(found, ring.GetNodes(key.AsSpan(), nodes, new EvenNodes([])));
                Assert.Equal(found, ring.GetNodes(Encoding.UTF8.GetBytes(key), nodes, new EvenNodes([])));
            }
        }
    }

    [Property]
    public void GetNodes_Batches_AreRowsOfSingleLists(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        string[] texts = [.. Enumerable.Repeat(keys.Texts, 40).SelectMany(some => some).Append("last")];
        PackedKeys packed = PackedKeys.Of(texts);
        foreach (int count in new[] { 0, 1, 3, ring.Nodes.Count + 1 })
        {
            int[] rows = [.. Enumerable.Repeat(-7, (texts.Length * count) + 1)];
            int[] others = [.. rows];
            int found = ring.GetNodes(packed.Utf8, packed.Offsets, count, rows);

            Assert.Equal(found, ring.GetNodes(texts, count, others));
            Assert.Equal(rows, others);
            Assert.Equal(-7, rows[^1]);
            for (int i = 0; i < texts.Length; i++)
            {
                int[] single = [.. Enumerable.Repeat(-1, count)];
                Assert.Equal(found, ring.GetNodes(texts[i], single));
                Assert.Equal(single, rows[(i * count)..((i + 1) * count)]);
            }
        }
    }

    [Fact]
    public void GetNodes_EmptyRing_IsEmpty()
    {
        HashRing ring = new([]);
        int[] nodes = [-7, -7];

        Assert.Equal(0, ring.GetNodes("key", nodes));
        Assert.Equal(0, ring.GetNodes("key", nodes, ReadOnlySpan<int>.Empty));
        Assert.Equal(0, ring.GetNodes("key", nodes, new EvenNodes([])));
        Assert.Equal(0, ring.GetNodesAcrossZones("key", nodes, []));
        Assert.Equal([-7, -7], nodes);
        Assert.Equal(0, ring.GetNodes(["a"], 2, nodes));
        Assert.Equal([-1, -1], nodes);
    }

    private static string[] Names(HashRing ring, string key)
    {
        int[] nodes = new int[ring.Nodes.Count];
        return [.. nodes[..ring.GetNodes(key, nodes)].Select(node => ring.Nodes[node])];
    }
}
