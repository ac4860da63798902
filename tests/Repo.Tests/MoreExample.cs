using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Repo.Tests;

/// <summary>The README's second example, compiled and run as it stands there.</summary>
[Collection(ConsoleOutput.Name)]
public sealed class MoreExample
{
    [Fact]
    public void Readme_MoreExample_RunsAsPrinted() => Assert.Equal(
        "1 0\nnode-b\n(node-b, node-b) 24 %\n", ConsoleOutput.Of(() => Run(new HashRing(["node-a", "node-b", "node-c"]))));

    [Fact]
    public void Readme_MoreExample_IsThisCode() => Assert.Contains(
        $"```csharp\nusing RingPerf.Hashing;\nusing RingPerf.Search;\n\n{ExampleSource.Of("tests/Repo.Tests/MoreExample.cs")}\n```",
        Repository.Read("README.md"),
        StringComparison.Ordinal);

    private static void Run(HashRing ring)
    {
        // README begins
        int[] copies = new int[2];                                       // the owner and the next node: where copies go
        ring.GetNodes("user:42", copies);                                // overloads leave nodes out; batches, filters
        ring.GetNodesAcrossZones("user:42", copies, zones: [0, 1, 1]);   // one node of each zone first
        Console.WriteLine(string.Join(' ', copies));

        var typed = new HashRing<XxHash3Hash, BucketSearch>(ring.Nodes); // no virtual call, or a hash of your own
        Console.WriteLine(typed.GetNode("user:42"));

        var shared = new ConcurrentHashRing(ring);                       // readers take no lock while members change
        RingChange change = shared.Add("node-d");                        // both rings, both owners of a key, all moves
        Console.WriteLine($"{change.GetOwners("user:42")} {change.GetMovedShare():P0}");

        var bounded = new BoundedLoads(ring, factor: 1.25);              // no node above 1.25 times the mean, rounded up
        int node = bounded.Assign("user:42");
        bounded.Release(node);
        // README ends
    }
}
