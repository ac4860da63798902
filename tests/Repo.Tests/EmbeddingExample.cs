namespace RingPerf.Repo.Tests;

/// <summary>The README's example, compiled and run as it stands there.</summary>
[Collection(ConsoleOutput.Name)]
public sealed class EmbeddingExample
{
    [Fact]
    public void Readme_EmbeddingExample_RunsAsPrinted() => Assert.Equal(ReadmeExample.Output, ConsoleOutput.Of(Run));

    [Fact]
    public void Readme_EmbeddingExample_IsThisCode()
    {
        string example = ExampleSource.Of("tests/Repo.Tests/EmbeddingExample.cs");

        Assert.Equal($"using RingPerf;\n\n{example}\n", ReadmeExample.Program);
    }

    private static void Run()
    {
        // README begins
        var ring = new HashRing(["node-a", "node-b", "node-c"]);
        Console.WriteLine(ring.GetNode("user:42"));                       // no allocation, for keys of any length

        ReadOnlySpan<byte> utf8 = "user:1user:22user:333"u8;             // many keys at once: n keys, n + 1 offsets
        int[] owners = new int[3];
        ring.GetNodeIndices(utf8, [0, 6, 13, 21], owners);
        Console.WriteLine(string.Join(' ', owners));                      // indexes into ring.Nodes

        HashRing grown = ring.Add("node-d");                             // a ring never changes; a change is a new ring
        Console.WriteLine(grown.GetNode("user:42") is "node-b" or "node-d");

        HashRing weighted = new([new RingNode("small"), new RingNode("large", 4)]);
        Console.WriteLine(weighted.GetReplicas(1));                      // replicas × weight points, here 400
        Console.WriteLine(weighted.Reweight("large", 2.5).Weights[1]);   // one pass; only the keys of "large" move

        var file = new MemoryStream();
        weighted.Save(file);                                             // bytes for Load; ToJson and FromJson are for people
        Console.WriteLine(HashRing.Load(file.ToArray()).Checksum == weighted.Checksum);

        var memcached = new HashRing(["cache-1", "cache-2", "cache-3"], HashRingOptions.Ketama);
        Console.WriteLine(memcached.GetNode("user:42"));                 // the server libmemcached asks; HashRingOptions.Tooz is Ironic's ring
        // README ends
    }
}
