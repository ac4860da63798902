using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Rings of any nodes and options against the naive model of the Python original.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingModelTests
{
    [Property(MaxTest = 200)]
    public void Positions_AnyRing_AreThoseOfTheModel(RingInput input)
    {
        HashRing ring = input.Build();
        (uint Position, string Owner)[] points = [.. input.Model().Points];

        Assert.Equal(input.Distinct, ring.Nodes);
        Assert.Equal(points.Length, ring.PointCount);
        Assert.Equal(points.Select(point => point.Position), ring.Positions.ToArray());
        Assert.Equal(points.Select(point => point.Owner), ring.Owners.ToArray().Select(owner => ring.Nodes[owner]));
    }

    [Property(MaxTest = 200)]
    public void GetNode_AnyRingAndKeys_GivesTheOwnerOfTheModel(RingInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        PythonModel model = input.Model();
        IEnumerable<string> labels = input.Distinct.Select(
            (node, i) => PythonModel.Label(node, input.Options.Labels, i % input.Options.Replicas));
        foreach (string key in keys.Texts.Concat(labels).Concat(input.Nodes))
        {
            int owner = Overload.OwnerOf(ring, key);
            Assert.Equal(model.GetNode(key), owner < 0 ? null : ring.Nodes[owner]);
        }
    }

    [Property]
    public void GetNode_AnySearchAndMd5_GivesTheSameOwner(RingInput input, KeyTexts keys)
    {
        PythonModel model = new(input.WinningOrder, input.Options.Replicas, input.Options.Labels);
        foreach (HashFunction hash in new[] { HashFunction.Md5, HashFunction.Md5Platform })
        {
            foreach (SearchAlgorithm search in Enum.GetValues<SearchAlgorithm>())
            {
                HashRing ring = new(input.Nodes, input.Options with { Hash = hash, Search = search });
                Assert.All(keys.Texts, key => Assert.Equal(model.GetNode(key), ring.GetNode(key)));
            }
        }
    }

    [Property]
    public void GetLabel_AnyNodeAndReplica_IsThatOfTheModel(RingInput input)
    {
        HashRing ring = input.Build();
        for (int node = 0; node < ring.Nodes.Count; node++)
        {
            for (int replica = 0; replica < input.Options.Replicas; replica++)
            {
                string label = ring.GetLabel(node, replica);
                Assert.Equal(PythonModel.Label(ring.Nodes[node], input.Options.Labels, replica), label);
                Assert.True(ring.Positions.BinarySearch(ring.GetPosition(label)) >= 0);
            }
        }
    }
}
