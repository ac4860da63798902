using RingPerf.Preference;

namespace RingPerf.Tests.Preference;

/// <summary>What a list costs, counted in points looked at, on rings that hash to nothing so bad.</summary>
public sealed class PreferenceListTests
{
    /// <summary>Owners of points, and the number of nodes.</summary>
    public static TheoryData<int[], int> Adversaries => new()
    {
        { [0], 1 },
        { [.. Enumerable.Repeat(0, 5000)], 1 },
        { [.. Enumerable.Repeat(0, 5000), 1], 2 },
        { [.. Enumerable.Repeat(0, 3000), .. Enumerable.Repeat(1, 3000), 2], 3 },
        { [.. Enumerable.Range(0, 1000).Select(i => i % 2), 2, 3], 5 },
        { [.. Enumerable.Repeat(0, 1000), .. Enumerable.Range(0, 1200)], 1200 },
        { [.. Enumerable.Repeat(0, 100), .. Enumerable.Range(0, 5000)], 70_000 },
    };

    [Theory]
    [MemberData(nameof(Adversaries))]
    public void Fill_AnyOwners_StopsAtTheLastNodeFound(int[] owners, int nodes)
    {
        foreach (int point in new[] { 0, 1, owners.Length / 2, owners.Length - 1 }.Where(point => point < owners.Length))
        {
            int[] turn = [.. owners.Skip(point), .. owners.Take(point)];
            int[] all = [.. turn.Distinct()];
            foreach (int wanted in new[] { 0, 1, 2, 3, 8, 9, nodes - 1, nodes, nodes + 1 })
            {
                int[] list = new int[wanted];
                int found = PreferenceList.Fill(owners, nodes, point, list, out int steps);

                Assert.Equal(all.Take(wanted), list[..found]);
                Assert.Equal(PreferenceModel.Steps(turn, wanted, nodes), steps);
                Assert.InRange(steps, 0, owners.Length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Adversaries))]
    public void Fill_AllNodesExcluded_TakesNoStep(int[] owners, int nodes)
    {
        int[] list = new int[nodes];
        int[] everyone = [.. Enumerable.Range(0, nodes)];

        Assert.Equal(0, PreferenceList.Fill(owners, nodes, 0, everyone, default(EveryNode), list, out int steps));
        Assert.Equal(0, steps);
    }

    [Theory]
    [MemberData(nameof(Adversaries))]
    public void Fill_FilterThatRefusesAll_StopsAtTheLastNodeOrAfterATurn(int[] owners, int nodes)
    {
        Assert.Equal(0, PreferenceList.Fill(owners, nodes, 0, [], default(NoNode), new int[1], out int steps));
        Assert.Equal(PreferenceModel.Steps(owners, nodes, nodes), steps);
    }

    [Theory]
    [MemberData(nameof(Adversaries))]
    public void FillAcrossZones_AnyOwners_TakesAtMostTwoTurns(int[] owners, int nodes)
    {
        int point = owners.Length / 2;
        int[] all = [.. owners.Skip(point).Concat(owners.Take(point)).Distinct()];
        int[] zones = [.. Enumerable.Range(0, nodes).Select(node => node % 3)];
        int[] firsts = [.. all.DistinctBy(node => zones[node])];
        int[] expected = [.. firsts, .. all.Except(firsts)];
        foreach (int wanted in new[] { 0, 1, 2, 3, 4, 8, 9, nodes })
        {
            int[] list = new int[wanted];
            int found = PreferenceList.FillAcrossZones(owners, zones, point, list, out int steps);

            Assert.Equal(expected.Take(wanted), list[..found]);
            Assert.InRange(steps, 0, (2 * owners.Length) + (8 * wanted));
        }
    }

    [Fact]
    public void FillAcrossZones_EvenZones_TakesFewPoints()
    {
        HashRing ring = new(Enumerable.Range(0, 1000).Select(i => $"node-{i}"));
        int[] zones = [.. Enumerable.Range(0, 1000).Select(node => node % 10)];
        int[] list = new int[3];
        for (int point = 0; point < 1000; point++)
        {
            Assert.Equal(3, PreferenceList.FillAcrossZones(ring.Owners, zones, point * 100, list, out int steps));
            Assert.InRange(steps, 3, 24);
        }
    }

    /// <summary>N of n nodes take n (H(n) - H(n - N)) points on average, as coupons do.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Fill_RandomRing_TakesAsManyPointsAsCoupons(int wanted)
    {
        const int Nodes = 1000;
        const int Lists = 2000;
        HashRing ring = new(Enumerable.Range(0, Nodes).Select(i => $"node-{i}"));
        int[] list = new int[wanted];
        long total = 0;
        for (int i = 0; i < Lists; i++)
        {
            PreferenceList.Fill(ring.Owners, Nodes, i * (ring.PointCount / Lists), list, out int steps);
            total += steps;
        }

        double coupons = Enumerable.Range(0, wanted).Sum(found => Nodes / (double)(Nodes - found));
        Assert.InRange((double)total / Lists, 0.95 * coupons, 1.05 * coupons);
    }

    private readonly struct NoNode : INodeFilter
    {
        public bool Accepts(int node) => false;
    }
}
