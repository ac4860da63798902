namespace RingPerf.Tests;

/// <summary>Points and keys spread as independent uniform draws would.</summary>
/// <remarks>
/// Names and keys are drawn from a fixed seed, so a run repeats. The error budget of one in a million, that a right ring is
/// called wrong, is split evenly over the rows below, and over both tails: too even is as wrong as too uneven. CRC-32 is held to
/// the keys' law only: it is linear, so the points of its nodes are shifted copies of one another, by design.
/// </remarks>
public sealed class HashRingDistributionTests
{
    private const double Budget = 1e-6;
    private const int Rows = 5 + 6 + 1 + 3;

    public static TheoryData<HashFunction> UniformHashes => [.. Enum.GetValues<HashFunction>().Where(hash => hash != HashFunction.Crc32)];

    public static TheoryData<HashFunction> Hashes => [.. Enum.GetValues<HashFunction>()];

    public static TheoryData<int> HeavyNodes => [0, 1, 2];

    [Fact]
    public void Rows_OfTheBudget_AreAllOfThem() => Assert.Equal(Rows, UniformHashes.Count + Hashes.Count + 1 + HeavyNodes.Count);

    /// <summary>A node's share of n nodes with r random points each follows Beta(r, (n - 1) r).</summary>
    [Theory]
    [MemberData(nameof(UniformHashes))]
    public void GetShares_ManyRings_FollowTheBetaLaw(HashFunction hash)
    {
        const int Rings = 2100;
        const int Nodes = 4;
        const int Replicas = 20;
        const int Bins = 21;
        Random random = new(20240501);
        HashRingOptions options = new() { Replicas = Replicas, Hash = hash };
        int[] counts = new int[Bins];
        for (int i = 0; i < Rings; i++)
        {
            HashRing ring = new(Enumerable.Range(0, Nodes).Select(_ => Uuid(random)), options);
            double rank = BetaCdf(ring.GetShares()[0], Replicas, (Nodes - 1) * Replicas);
            counts[Math.Min((int)(rank * Bins), Bins - 1)]++;
        }

        AssertUniform(counts, [.. Enumerable.Repeat(1.0 / Bins, Bins)]);
    }

    /// <summary>A node's share where it has k of K random points follows Beta(k, K - k): its mean is k/K, its part of the weights.</summary>
    [Theory]
    [MemberData(nameof(HeavyNodes))]
    public void GetShares_ManyWeightedRings_FollowTheBetaLaw(int node)
    {
        const int Rings = 2100;
        const int Bins = 21;
        int[] points = [10, 20, 50];
        Random random = new(20240503 + node);
        int[] counts = new int[Bins];
        for (int i = 0; i < Rings; i++)
        {
            HashRing ring = new(points.Select(count => new RingNode(Uuid(random), count / 20.0)), replicas: 20);
            double rank = BetaCdf(ring.GetShares()[node], points[node], points.Sum() - points[node]);
            counts[Math.Min((int)(rank * Bins), Bins - 1)]++;
        }

        AssertUniform(counts, [.. Enumerable.Repeat(1.0 / Bins, Bins)]);
    }

    /// <summary>Keys fall on nodes in proportion to the nodes' exact shares.</summary>
    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetNodeIndices_ManyKeys_FollowTheShares(HashFunction hash)
    {
        Random random = new(20240502);
        HashRing ring = new(Enumerable.Range(0, 51).Select(_ => Uuid(random)), new HashRingOptions { Hash = hash });
        string[] keys = [.. Enumerable.Range(0, 51_000).Select(_ => Uuid(random))];
        int[] owners = new int[keys.Length];
        ring.GetNodeIndices(keys, owners);
        int[] counts = new int[51];
        foreach (int owner in owners)
        {
            counts[owner]++;
        }

        AssertUniform(counts, ring.GetShares());
    }

    /// <summary>Keys in sequence, as people name them, spread as well as random ones under MD5.</summary>
    [Fact]
    public void GetNodeIndices_SequentialNamesAndKeys_FollowTheShares()
    {
        HashRing ring = new(Enumerable.Range(0, 51).Select(i => $"node-{i}"));
        int[] counts = new int[51];
        for (int i = 0; i < 51_000; i++)
        {
            counts[ring.GetNodeIndex($"res-{i}")]++;
        }

        AssertUniform(counts, ring.GetShares());
    }

    [Fact]
    public void ChiSquareTail_KnownQuantiles_AreTheirProbabilities()
    {
        Assert.Equal(0.05, ChiSquareTail(31.4104328442309, 20), 9);
        Assert.Equal(0.001, ChiSquareTail(86.6608155133462, 50), 7);
    }

    private static void AssertUniform(int[] counts, double[] shares)
    {
        double total = counts.Sum();
        double chiSquare = counts.Select((count, i) => Math.Pow(count - (total * shares[i]), 2) / (total * shares[i])).Sum();
        double p = ChiSquareTail(chiSquare, counts.Length - 1);
        Assert.InRange(p, Budget / Rows / 2, 1 - (Budget / Rows / 2));
    }

    /// <summary>P(X > x) for an even number of degrees of freedom: a Poisson sum.</summary>
    private static double ChiSquareTail(double x, int degreesOfFreedom)
    {
        Assert.True(int.IsEvenInteger(degreesOfFreedom));
        double term = Math.Exp(-x / 2);
        double sum = term;
        for (int i = 1; i < degreesOfFreedom / 2; i++)
        {
            term *= x / 2 / i;
            sum += term;
        }

        return sum;
    }

    /// <summary>P(X ≤ x) of Beta(a, b) with whole a and b: the chance that a + b - 1 throws hit at least a times.</summary>
    private static double BetaCdf(double x, int a, int b)
    {
        int throws = a + b - 1;
        double term = Math.Pow(1 - x, throws);
        double below = 0;
        for (int hits = 0; hits < a; hits++)
        {
            below += term;
            term *= x / (1 - x) * (throws - hits) / (hits + 1);
        }

        return 1 - below;
    }

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
