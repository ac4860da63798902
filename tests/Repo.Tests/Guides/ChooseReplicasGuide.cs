namespace RingPerf.Repo.Tests.Guides;

/// <summary>The code of docs/guides/choose-replicas.md, compiled and run as it stands there.</summary>
[Collection(ConsoleOutput.Name)]
public sealed class ChooseReplicasGuide
{
    [Fact]
    public void ChooseReplicas_Code_IsThisCode() =>
        ExampleSource.AssertPrintedIn("docs/guides/choose-replicas.md", "tests/Repo.Tests/Guides/ChooseReplicasGuide.cs");

    [Fact]
    public void ChooseReplicas_Code_HoldsTheBound() => Assert.Equal("400\nthe busiest has 1,238 of 4,000 keys, full is 1,251\n", ConsoleOutput.Of(Run));

    [Theory]
    [InlineData(1, 1000, 11, 14)]
    [InlineData(10, 100, 11, 14)]
    [InlineData(100, 100, 11, 14)]
    [InlineData(100, 1000, 11, 14)]
    [InlineData(200, 1000, 11, 14)]
    [InlineData(250, 1000, 17, 30)]
    [InlineData(500, 1000, 17, 30)]
    [InlineData(1000, 1000, 17, 30)]
    public void ChooseReplicas_Memory_IsWhatTheTableSays(int nodes, int replicas, int least, int most)
    {
        var ring = new HashRing(Enumerable.Range(0, nodes).Select(i => $"node-{i}"), replicas);

        Assert.InRange(ring.MemoryBytes / (double)ring.PointCount, least - 0.5, most + 0.5);
        Assert.Contains(
            "| memory | about 11 to 14 bytes a point up to 200,000 points, 17 to 30 above |", Repository.Read("docs/guides/choose-replicas.md"), StringComparison.Ordinal);
    }

    private static void Run()
    {
        // choose-replicas.md begins
        var ring = new HashRing([new RingNode("db-1"), new RingNode("db-2"), new RingNode("db-3", 2)], replicas: 200);
        Console.WriteLine(ring.GetReplicas(2));             // 200 × 2

        var bounded = new BoundedLoads(new HashRing(["db-1", "db-2", "db-3", "db-4"]), factor: 1.25);
        for (int key = 0; key < 4000; key++)
        {
            bounded.Assign($"user:{key}");                  // remember what it answers: it depends on the loads
        }

        int most = 0;
        foreach (int load in bounded.Loads)
        {
            most = Math.Max(most, load);
        }

        Console.WriteLine($"the busiest has {most:N0} of {bounded.Total:N0} keys, full is {bounded.GetCapacity(0):N0}");
        // choose-replicas.md ends
    }
}
