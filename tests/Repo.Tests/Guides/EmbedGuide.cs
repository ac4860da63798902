using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace RingPerf.Repo.Tests.Guides;

/// <summary>The code of docs/guides/embed.md, compiled and run as it stands there.</summary>
[Collection(ConsoleOutput.Name)]
public sealed class EmbedGuide : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ringperf-guide-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Embed_Code_IsThisCode() => ExampleSource.AssertPrintedIn("docs/guides/embed.md", "tests/Repo.Tests/Guides/EmbedGuide.cs");

    [Fact]
    public void Embed_Singleton_IsOneRing()
    {
        var services = new ServiceCollection();

        Register(services);

        var shared = Assert.IsType<ConcurrentHashRing>(Assert.Single(services).ImplementationInstance);
        Assert.Equal(["db-1", "db-2", "db-3"], shared.Current.Ring.Nodes);
    }

    [Fact]
    public void Embed_Request_NamesTheOwnerAndTheCopies() =>
        Assert.Equal("db-1\ndb-1 then db-3\n", ConsoleOutput.Of(() => Answer(Shared(), "user:42")));

    [Fact]
    public void Embed_Batches_AreThoseOfSingleLookups()
    {
        ConcurrentHashRing shared = Shared();
        string[] keys = ["user:1", "user:22", "user:333"];
        byte[] utf8 = Encoding.UTF8.GetBytes(string.Concat(keys));

        string expected = string.Concat(keys.Select(key => $"{shared.GetNode(key)}\n"));
        Assert.Equal(expected, ConsoleOutput.Of(() => Batch(shared, keys)));
        Assert.Equal(expected, ConsoleOutput.Of(() => PackedBatch(shared, utf8, [0, 6, 13, 21])));
    }

    [Fact]
    public void Embed_Start_LoadsWhatWasSaved()
    {
        string path = Path.Combine(_folder, "ring.bin");

        HashRing first = AtStart(path);
        HashRing second = AtStart(path);

        Assert.Equal(first.Checksum, second.Checksum);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    private static ConcurrentHashRing Shared() => new(new HashRing(["db-1", "db-2", "db-3"]));

    private static void Register(IServiceCollection services)
    {
        // embed.md begins
        var shared = new ConcurrentHashRing(new HashRing(["db-1", "db-2", "db-3"]));
        _ = shared.GetNode("warm-up");                      // the first lookup of a process compiles the path
        services.AddSingleton(shared);
        // embed.md ends
    }

    private static void Answer(ConcurrentHashRing shared, string key)
    {
        // embed.md begins
        string? node = shared.GetNode(key);                 // null only on an empty ring
        Console.WriteLine(node);

        HashRing ring = shared.Current.Ring;                // once: indexes and names of one ring
        Span<int> copies = stackalloc int[2];
        int found = ring.GetNodes(key, copies);             // the owner first; fewer than asked for where nodes are few
        Console.WriteLine($"{ring.Nodes[copies[0]]} then {ring.Nodes[copies[found - 1]]}");
        // embed.md ends
    }

    private static void Batch(ConcurrentHashRing shared, string[] keys)
    {
        // embed.md begins
        HashRing current = shared.Current.Ring;
        int[] owners = new int[keys.Length];                // or a pooled array: it may be longer than the batch
        current.GetNodeIndices(keys, owners);
        foreach (int owner in owners)
        {
            Console.WriteLine(current.Nodes[owner]);
        }
        // embed.md ends
    }

    private static void PackedBatch(ConcurrentHashRing shared, ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets)
    {
        HashRing current = shared.Current.Ring;
        int[] owners = new int[offsets.Length - 1];

        // embed.md begins
        current.GetNodeIndices(utf8, offsets, owners);      // key i is utf8[offsets[i]..offsets[i + 1]]
        // embed.md ends

        foreach (int owner in owners)
        {
            Console.WriteLine(current.Nodes[owner]);
        }
    }

    private static HashRing AtStart(string path)
    {
        // embed.md begins
        HashRing ring;
        if (File.Exists(path))
        {
            ring = HashRing.Load(File.ReadAllBytes(path));  // InvalidDataException where the file is damaged
        }
        else
        {
            ring = new HashRing(["db-1", "db-2", "db-3"]);
            using (FileStream aside = File.Create(path + ".new"))
            {
                ring.Save(aside);
            }

            File.Move(path + ".new", path, overwrite: true); // so that no half-written file is ever read
        }
        // embed.md ends

        return ring;
    }
}
