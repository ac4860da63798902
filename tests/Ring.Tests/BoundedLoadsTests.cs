using System.Text;
using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Bounded loads against the plain walk, and against the bound of the paper.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class BoundedLoadsTests
{
    // Quarters, so that capacities are whole arithmetic.
    private static readonly int[] Quarters = [4, 5, 6, 8, 40];

    [Property(MaxTest = 200)]
    public void Assign_AnySequence_TakesTheFirstNodeBelowItsCapacity(RingInput input, int draw)
    {
        HashRing ring = input.Build();
        var random = new Random(draw);
        int quarters = random.GetItems(Quarters, 1)[0];
        var bounded = new BoundedLoads(ring, quarters / 4.0);
        int[] loads = new int[ring.Nodes.Count];
        int highest = 0;
        for (int i = 0; i < 200; i++)
        {
            int total = loads.Sum();
            if (total > 0 && random.Next(4) == 0)
            {
                int[] loaded = [.. Enumerable.Range(0, loads.Length).Where(node => loads[node] > 0)];
                int gone = random.GetItems(loaded, 1)[0];
                bounded.Release(gone);
                loads[gone]--;
                continue;
            }

            string key = $"res-{random.Next(50)}";
            int capacity = ((quarters * (total + 1)) + (4 * loads.Length) - 1) / Math.Max(4 * loads.Length, 1);
            int expected = PreferenceModel.All(ring, ring.GetPosition(key)).Append(-1).First(node => node < 0 || loads[node] < capacity);
            Assert.All(Enumerable.Range(0, loads.Length), node => Assert.Equal(capacity, bounded.GetCapacity(node)));
            Assert.Equal(expected, Assign(bounded, key, i));
            if (expected >= 0)
            {
                loads[expected]++;
                highest = Math.Max(highest, capacity);
                Assert.InRange(loads[expected], 1, capacity);
            }

            Assert.Equal(loads, bounded.Loads.ToArray());
            Assert.Equal(loads.Sum(), bounded.Total);
            Assert.All(loads, load => Assert.InRange(load, 0, highest));
        }
    }

    [Property]
    public void Assign_KeysThatOnlyCome_NeverPassTheFactorTimesTheMean(RingInput input, int draw)
    {
        HashRing ring = input.Build();
        int quarters = new Random(draw).GetItems(Quarters, 1)[0];
        var bounded = new BoundedLoads(ring, quarters / 4.0);
        for (int i = 0; i < 300; i++)
        {
            bounded.Assign($"res-{i % 7}");
            int most = ring.Nodes.Count == 0 ? 0 : (int)Math.Ceiling(quarters * bounded.Total / (4.0 * ring.Nodes.Count));
            Assert.All(bounded.Loads.ToArray(), load => Assert.InRange(load, 0, most));
        }
    }

    [Property]
    public void Assign_AnyWeights_BoundsEachNodeByItsPart(RingInput input, int draw)
    {
        HashRing ring = input.Build();
        var random = new Random(draw);
        double[] weights = [.. ring.Nodes.Select(_ => (double)random.Next(1, 9))];
        var bounded = new BoundedLoads(ring, 1.25, new int[weights.Length], weights);
        for (int i = 0; i < 200; i++)
        {
            int[] capacities = [.. weights.Select(weight => (int)Math.Ceiling(5 * (bounded.Total + 1) * weight / (4 * weights.Sum())))];
            string key = $"res-{i}";
            int expected = PreferenceModel.All(ring, ring.GetPosition(key))
                .Append(-1).First(node => node < 0 || bounded.Loads[node] < capacities[node]);

            Assert.Equal(capacities, Enumerable.Range(0, weights.Length).Select(bounded.GetCapacity));
            Assert.Equal(expected, bounded.Assign(key));
        }
    }

    [Fact]
    public void Assign_EveryReachableNodeFull_AnswersNoneAndCountsNothing()
    {
        // All points of the first are in the shadow of the second, so half the room is out of reach.
        HashRing ring = new([CollidingNames.Crc32[0], CollidingNames.Crc32[1]], new HashRingOptions { Hash = HashFunction.Crc32 });
        var bounded = new BoundedLoads(ring, 1);

        Assert.Equal(1, bounded.Assign("one"));
        Assert.Equal(-1, bounded.Assign("two"));
        Assert.Equal(-1, bounded.AssignAt(7, out int steps));
        Assert.Equal(ring.PointCount + 1, steps);
        Assert.Equal(1, bounded.Total);
        bounded.Release(1);
        Assert.Equal(1, bounded.Assign("two"));
    }

    [Fact]
    public void Assign_EmptyRing_AnswersNone()
    {
        var bounded = new BoundedLoads(new HashRing([]), 1.5);

        Assert.Equal(-1, bounded.Assign("key"));
        Assert.Equal(0, bounded.Total);
        Assert.True(bounded.Loads.IsEmpty);
    }

    [Fact]
    public void Assign_LoadsOfTheCaller_AreGoneOnFromAndWrittenTo()
    {
        int[] loads = [5, 0, 1];
        HashRing ring = new(["a", "b", "c"]);
        var bounded = new BoundedLoads(ring, 1.5, loads);

        Assert.Equal(6, bounded.Total);
        Assert.Equal(4, bounded.GetCapacity(0));
        for (int i = 0; i < 20; i++)
        {
            int total = loads.Sum();
            int node = bounded.Assign($"res-{i}");
            Assert.True(node != 0 || loads[0] > 5);
            Assert.Equal(total + 1, loads.Sum());
        }
    }

    [Fact]
    public void Constructor_WrongArguments_AreNamed()
    {
        HashRing ring = new(["a", "b"]);

        Assert.Throws<ArgumentNullException>("ring", () => new BoundedLoads(null!, 1.5));
        Assert.All([0.99, 0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity], wrong => AssertOutOfRange(
            "factor", wrong, $"factor is {wrong}; it must be at least 1, and finite.", () => _ = new BoundedLoads(ring, wrong)));
        MessageAssert.Starts("loads has 1 elements; it must have 2, one a node.", Assert.Throws<ArgumentException>(
            "loads", () => new BoundedLoads(ring, 1, new int[1])));
        MessageAssert.Starts("weights has 1 elements; it must have 2, one a node.", Assert.Throws<ArgumentException>(
            "weights", () => new BoundedLoads(ring, 1, new int[2], [1])));
        AssertOutOfRange("loads", -1, "loads[1] is -1; it must be at least 0.", () => _ = new BoundedLoads(ring, 1, new[] { 0, -1 }));
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], wrong => AssertOutOfRange(
            "weights", wrong, $"weights[1] is {wrong}; it must be above 0, and finite.", () => _ = new BoundedLoads(ring, 1, new int[2], [1, wrong])));
        AssertOutOfRange(
            "weights", double.PositiveInfinity, "The sum of weights is Infinity; it must be finite.", () => _ = new BoundedLoads(ring, 1, new int[2], [1e308, 1e308]));
    }

    [Fact]
    public void Release_WrongNode_IsNamedAndChangesNothing()
    {
        var bounded = new BoundedLoads(new HashRing(["a", "b"]), 1.5);

        Assert.All([-1, 2, int.MinValue, int.MaxValue], wrong =>
        {
            string message = $"node is {wrong}; it must be from 0 to below 2.";
            AssertOutOfRange("node", wrong, message, () => bounded.Release(wrong));
            AssertOutOfRange("node", wrong, message, () => bounded.GetCapacity(wrong));
        });
        MessageAssert.Starts("The node 1 has no load to release.", Assert.Throws<InvalidOperationException>(() => bounded.Release(1)));
        Assert.Equal(0, bounded.Total);
    }

    [Fact]
    public void GetCapacity_GreatestLoads_Saturates()
    {
        var bounded = new BoundedLoads(new HashRing(["a"]), 1e300, new[] { int.MaxValue });

        Assert.Equal(int.MaxValue, bounded.GetCapacity(0));
        Assert.Equal(-1, bounded.Assign("key"));
    }

    [Fact]
    public void Assign_WarmLoop_AllocatesNothing()
    {
        var bounded = new BoundedLoads(new HashRing(Enumerable.Range(0, 20).Select(i => $"node-{i}")), 1.1);

        Assert.Equal(0, Allocation.Of(() => bounded.Assign("key"), 50, 100));
        Assert.Equal(0, Allocation.Of(() => bounded.Assign("key".AsSpan()), 50, 100));
        Assert.Equal(0, Allocation.Of(() => bounded.Release(bounded.Assign("key"u8)), 50, 100));
    }

    private static void AssertOutOfRange<T>(string parameter, T value, string message, Action call)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(parameter, call);

        Assert.Equal(value, error.ActualValue);
        MessageAssert.Starts(message, error);
    }

    private static int Assign(BoundedLoads bounded, string key, int way) => (way % 3) switch
    {
        0 => bounded.Assign(key),
        1 => bounded.Assign(key.AsSpan()),
        _ => bounded.Assign(Encoding.UTF8.GetBytes(key)),
    };
}
