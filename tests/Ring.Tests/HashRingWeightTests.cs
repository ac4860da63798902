using FsCheck.Xunit;
using RingPerf.Placement;

namespace RingPerf.Tests;

/// <summary>Rings of nodes with weights against the naive model, and their changes against a rebuild.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingWeightTests
{
    private static readonly string[] Newcomers = [.. CollidingNames.Crc32, .. CollidingNames.Crc32WithThemselves, "new-0", "ñew", ""];

    [Property(MaxTest = 200)]
    public void Positions_AnyWeights_AreThoseOfTheModel(WeightedInput input)
    {
        HashRing ring = input.Build();
        (uint Position, string Owner)[] points = [.. input.Model().Points];

        Assert.Equal(input.Names.Distinct, ring.Nodes);
        Assert.Equal(ring.Nodes.Select(input.WeightOf), ring.Weights.ToArray());
        Assert.Equal(ring.Nodes.Select(input.Replicas), ring.Nodes.Select((_, node) => ring.GetReplicas(node)));
        Assert.Equal(points.Select(point => point.Position), ring.Positions.ToArray());
        Assert.Equal(points.Select(point => point.Owner), ring.Owners.ToArray().Select(owner => ring.Nodes[owner]));
        Assert.Equal(ring.Nodes.Sum(input.Replicas), ring.PointCount + ring.GetCollisions().Length);
    }

    [Property(MaxTest = 200)]
    public void GetNode_AnyWeightsAndKeys_GivesTheOwnerOfTheModel(WeightedInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        PythonModel model = input.Model();
        foreach (string key in keys.Texts.Concat(ring.Nodes.Select((_, node) => ring.GetLabel(node, ring.GetReplicas(node) - 1))))
        {
            int owner = Overload.OwnerOf(ring, key);
            Assert.Equal(model.GetNode(key), owner < 0 ? null : ring.Nodes[owner]);
        }
    }

    [Property]
    public void GetCollisions_AnyWeights_NamesLabelsOnTheirPosition(WeightedInput input)
    {
        HashRing ring = input.Build();
        Assert.All(ring.GetCollisions(), collision =>
        {
            Assert.Equal(collision.Position, ring.GetPosition(ring.GetLabel(collision.Winner, collision.WinnerReplica)));
            Assert.Equal(collision.Position, ring.GetPosition(ring.GetLabel(collision.Loser, collision.LoserReplica)));
        });
    }

    [Property(MaxTest = 200)]
    public void AddRemoveAndReweight_ManyInARow_EqualARebuildAfterEach(WeightedInput input, byte[] choices)
    {
        HashRing ring = input.Build();
        List<RingNode> nodes = [.. input.Nodes];
        foreach (byte choice in choices)
        {
            double weight = Arbitraries.Weights[choice / 3 % Arbitraries.Weights.Length];
            string[] absent = [.. Newcomers.Except(nodes.Select(node => node.Name))];
            if (nodes.Count == 0 || (choice % 3 == 0 && absent.Length > 0))
            {
                RingNode node = new(absent[choice / 3 % absent.Length], weight);
                nodes.Add(node);
                ring = ring.Add(node);
            }
            else if (choice % 3 == 1)
            {
                string name = nodes[choice / 3 % nodes.Count].Name;
                nodes.RemoveAll(other => other.Name == name);
                ring = ring.Remove(name);
            }
            else
            {
                string name = nodes[choice / 3 % nodes.Count].Name;
                nodes = [.. nodes.Select(node => node.Name == name ? node with { Weight = weight } : node)];
                ring = ring.Reweight(name, weight);
            }

            RingAssert.Same(new HashRing(nodes, input.Options), ring);
        }
    }

    [Property]
    public void Constructor_EveryWeightOne_IsTheRingOfTheNames(RingInput input)
    {
        HashRing weighted = new(input.Nodes.Select(node => new RingNode(node)), input.Options);

        RingAssert.Same(input.Build(), weighted);
        Assert.Equal(input.Build().MemoryBytes, weighted.MemoryBytes);
        Assert.All(weighted.Weights.ToArray(), weight => Assert.Equal(1, weight));
    }

    [Fact]
    public void NodeWeights_AllOne_HoldNoArray()
    {
        Assert.Same(NodeWeights.Equal, NodeWeights.Of([1, 1]));
        Assert.Same(NodeWeights.Equal, NodeWeights.Equal.Append(2, 1));
        Assert.Same(NodeWeights.Equal, NodeWeights.Equal.Without(2, 0));
        Assert.Same(NodeWeights.Equal, NodeWeights.Of([1, 2]).Without(2, 1));
        Assert.Same(NodeWeights.Equal, NodeWeights.Of([1, 2]).With(2, 1, 1));
        Assert.Equal([1, 2, 3], NodeWeights.Equal.Append(1, 2).Append(2, 3).ToArray(3));
    }

    [Theory]
    [InlineData(100, 1, 100)]
    [InlineData(100, 2.345, 235)]
    [InlineData(10, 0.25, 3)]
    [InlineData(10, 0.249, 2)]
    [InlineData(3, 0.5, 2)]
    [InlineData(100, 0.005, 1)]
    [InlineData(100, double.Epsilon, 1)]
    [InlineData(1, 1000.4999, 1000)]
    public void GetReplicas_AnyWeight_IsRoundedAndAtLeastOne(int replicas, double weight, int expected)
    {
        HashRing ring = new([new RingNode("a"), new RingNode("b", weight)], replicas);

        Assert.Equal(expected, ring.GetReplicas(1));
        Assert.Equal(replicas, ring.GetReplicas(0));
        Assert.Equal(expected, ring.Owners.Count(1));
        Assert.Equal($"b-{expected - 1}", ring.GetLabel(1, expected - 1));
        Assert.Throws<ArgumentOutOfRangeException>("replica", () => ring.GetLabel(1, expected));
    }

    [Fact]
    public void Constructor_RepeatedName_TakesTheWeightOfTheLastPlace()
    {
        HashRing ring = new([new RingNode("a", 5), new RingNode("b"), new RingNode("a", 2)]);

        Assert.Equal(["a", "b"], ring.Nodes);
        Assert.Equal([2, 1], ring.Weights.ToArray());
    }

    [Fact]
    public void Reweight_UpAndDown_MovesKeysOnlyToTheNodeOrOnlyFromIt()
    {
        HashRing ring = new(["a", "b", "c", "d"]);
        HashRing heavier = ring.Reweight("c", 3);
        HashRing lighter = heavier.Reweight("c", 0.5);
        foreach (string key in Enumerable.Range(0, 5000).Select(i => $"res-{i}"))
        {
            Assert.True(heavier.GetNode(key) == "c" || heavier.GetNode(key) == ring.GetNode(key));
            Assert.True(heavier.GetNode(key) == "c" || lighter.GetNode(key) == heavier.GetNode(key));
        }

        Assert.Equal(350, lighter.PointCount);
        RingAssert.Same(ring, lighter.Reweight("c", 1));
    }

    [Fact]
    public void Constructor_LargeRing_EqualsOneThatGrewNodeByNode()
    {
        // Enough points for every thread; one node has half of them.
        RingNode[] nodes = [.. Enumerable.Range(0, 60).Select(i => new RingNode($"n{i}", i == 7 ? 25 : 0.1 + (i % 9 / 8.0)))];
        HashRingOptions options = new() { Replicas = 4000 };
        HashRing grown = nodes.Aggregate(new HashRing([], options), (ring, node) => ring.Add(node));
        HashRing built = new(nodes, options);

        Assert.InRange(built.PointCount, 200_000, 300_000);
        Assert.Equal(grown.Positions, built.Positions);
        Assert.Equal(grown.Owners, built.Owners);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Weight_OutOfRange_IsRefusedAndNamed(double weight)
    {
        HashRing ring = new(["a"]);
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>("nodes", () => new HashRing([new RingNode("b"), new RingNode("a", weight)])));
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>("node", () => ring.Remove("a").Add(new RingNode("a", weight))));
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>(nameof(weight), () => ring.Reweight("a", weight)));

        void AssertNamed(ArgumentOutOfRangeException error)
        {
            Assert.Equal(weight, error.ActualValue);
            MessageAssert.Starts($"The weight of the node \"a\" is {weight}; it must be finite and above 0.", error);
        }
    }

    [Fact]
    public void Weights_WrongNodes_AreRefusedAndNamed()
    {
        HashRing ring = new(["a"]);

        Assert.Throws<ArgumentNullException>("nodes", () => new HashRing((IEnumerable<RingNode>)null!));
        Assert.Throws<ArgumentNullException>("options", () => new HashRing([new RingNode("a")], null!));
        MessageAssert.Starts("nodes[1] is null; every element must be a string.", Assert.Throws<ArgumentNullException>("nodes", () => new HashRing([new RingNode("a"), default])));
        Assert.Throws<ArgumentNullException>("node", () => ring.Add(default(RingNode)));
        Assert.Throws<ArgumentNullException>("node", () => ring.Reweight(null!, 1));
        MessageAssert.Starts("The node \"a\" is already in the ring.", Assert.Throws<ArgumentException>("node", () => ring.Add(new RingNode("a", 2))));
        MessageAssert.Starts("The node \"b\" is not in the ring.", Assert.Throws<ArgumentException>("node", () => ring.Reweight("b", 2)));
    }

    [Theory]
    [InlineData(1e300, "2 nodes with 100 replicas by their weights have 1E+302 points;")]
    [InlineData(21474837, "2 nodes with 100 replicas by their weights have 2147483800 points;")]
    public void Weights_TooManyPoints_AreRefused(double weight, string message)
    {
        HashRing ring = new(["a", "b"]);
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing([new RingNode("a"), new RingNode("b", weight)])));
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>("replicas", () => ring.Remove("b").Add(new RingNode("b", weight))));
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>("replicas", () => ring.Reweight("b", weight)));

        void AssertNamed(ArgumentOutOfRangeException error)
        {
            Assert.Equal(100, error.ActualValue);
            MessageAssert.Starts($"{message} a ring holds at most {Array.MaxLength - 16}.", error);
        }
    }
}
