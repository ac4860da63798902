using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

/// <summary>Compatibility profiles beside their installed originals, on nodes, weights and keys that are new in every run.</summary>
public sealed class ProfileParityTests : IDisposable
{
    private const int Keys = 400;

    private const string Script = """
        import ctypes, json, sys
        from tooz.hashring import HashRing
        from uhashring import HashRing as Uhashring

        lib = ctypes.CDLL("libmemcached.so.11")
        lib.memcached_create.restype = ctypes.c_void_p
        lib.memcached_behavior_set.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint64]
        lib.memcached_server_add_with_weight.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint16, ctypes.c_uint32]
        lib.memcached_generate_hash.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
        lib.memcached_generate_hash.restype = ctypes.c_uint32

        def tooz(nodes, replicas):
            ring = HashRing([], partitions=replicas)
            for name, weight in nodes:
                ring.add_node(name, weight)
            return lambda key: ring.get_nodes(key.encode()).pop()

        def uhashring(nodes, replicas):
            return Uhashring(dict(nodes), hash_fn="ketama", vnodes=replicas).get_node

        def ketama(nodes, replicas):
            memc = lib.memcached_create(None)
            lib.memcached_behavior_set(memc, 16, 1)
            for name, weight in nodes:
                assert lib.memcached_server_add_with_weight(memc, name.encode(), 11211, weight) == 0
            return lambda key: nodes[lib.memcached_generate_hash(memc, key.encode(), len(key.encode()))][0]

        given = json.load(open(sys.argv[1], encoding="utf-8"))
        makers = {"Tooz": tooz, "UhashringKetama": uhashring, "Ketama": ketama}
        for case in given["cases"]:
            owner = makers[case["profile"]](case["nodes"], case["replicas"])
            print(json.dumps([owner(key) for key in given["keys"]]))
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProfileOriginalsFact]
    public void GetNode_RandomRings_AreThoseOfTheOriginals()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        (RingNode[] Nodes, HashRingOptions Options)[] cases = [.. Enumerable.Range(0, 60).Select(i => Draw(random, i))];
        string[] keys = [.. Enumerable.Range(0, Keys).Select(i => $"{"é"[..(i % 2)]}key-{random.Next()}"), .. Enumerable.Range(0, 40).Select(i => $"n0-{i}")];
        string file = _folder.Write("cases", JsonSerializer.Serialize(new
        {
            keys,
            cases = cases.Select(ring => new
            {
                profile = $"{ring.Options.Profile}",
                replicas = ring.Options.Replicas,
                nodes = ring.Nodes.Select(node => new object[] { node.Name, (int)node.Weight }),
            }),
        }));
        string[] lines = ToolProcess.Run(PythonOriginalFactAttribute.Interpreter, ["-W", "ignore", "-c", Script, file])
            .Succeeded().Text.TrimEnd().Split('\n');

        Assert.Equal(cases.Length, lines.Length);
        for (int i = 0; i < cases.Length; i++)
        {
            HashRing ring = new(cases[i].Nodes, cases[i].Options);
            string?[] owners = [.. keys.Select(ring.GetNode)];
            Assert.True(
                JsonSerializer.Deserialize<string[]>(lines[i])!.SequenceEqual(owners),
                $"seed {seed}, case {i}: {cases[i].Options}, {string.Join(' ', cases[i].Nodes)}");
        }
    }

    [Theory]
    [InlineData("tooz", "node-1")]
    [InlineData("ketama", "node-0")]
    [InlineData("uhashring-ketama", "node-0")]
    public void Owners_Profile_IsThatOfTheRing(string profile, string node)
    {
        HashRingOptions options = profile switch
        {
            "tooz" => HashRingOptions.Tooz,
            "ketama" => HashRingOptions.Ketama,
            _ => HashRingOptions.UhashringKetama,
        };
        string keys = _folder.Write("keys", string.Concat(Enumerable.Range(0, 200).Select(i => $"res-{i}\n")));
        HashRing ring = new(["node-0", "node-1", "node-2"], options);
        string[] lines = ToolRun.Of("owners", "--profile", profile, "--nodes", "3", "--keys-file", keys).Succeeded().Text.TrimEnd().Split('\n');

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"res-{i}\t{ring.GetNode($"res-{i}")}"), lines);
        Assert.Contains(lines, line => line.EndsWith(node, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("balance --nodes 3")]
    [InlineData("collisions --nodes 3")]
    [InlineData("movement --nodes 3 --add x")]
    [InlineData("sweep --nodes 3 --replicas 4 --seeds 2")]
    [InlineData("advise --nodes 3 --target 1.9 --confidence 0.5 --seeds 20")]
    [InlineData("compare --nodes 3 --keys 10 --seeds 1")]
    [InlineData("report --nodes 3 --keys 10 --seeds 100 --without advise --without compare")]
    public void Out_AnyCommand_NamesTheProfile(string arguments)
    {
        ToolRun.Of([.. arguments.Split(' '), "--profile", "ketama", "--out", _folder.Of("out")]).Succeeded();

        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(_folder.Of("out/ringperf.json")));
        Assert.Equal("ketama", run.RootElement.GetProperty("profile").GetString());
        if (arguments.StartsWith("report", StringComparison.Ordinal))
        {
            Assert.Contains(", profile ketama, labels plain, hash md5, ", File.ReadAllText(_folder.Of("out/index.html")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Profile_Wrong_IsNamed()
    {
        ToolRun.Of("owners", "--profile", "x").AssertBadInput("--profile", "\"x\"", "aodh, tooz, ketama, uhashring-ketama");
        ToolRun.Of("owners", "--profile", "tooz", "--hash", "crc32").AssertBadInput("--profile", "\"tooz\"", "--hash", "md5");
        ToolRun.Of("owners", "--profile", "ketama", "--labels", "python-bytes").AssertBadInput("--profile", "--labels", "plain");
        ToolRun.Of("verify", "--profile", "ketama").AssertBadInput("--profile", "\"ketama\"", "aodh");
    }

    private static (RingNode[] Nodes, HashRingOptions Options) Draw(Random random, int number)
    {
        HashRingOptions options = (number % 3) switch
        {
            0 => HashRingOptions.Tooz with { Replicas = random.Next(1, 64) },
            1 => HashRingOptions.Ketama,
            _ => HashRingOptions.UhashringKetama with { Replicas = random.Next(1, 64) },
        };
        int nodes = random.Next(1, 40);
        int heaviest = number % 2 == 0 ? 1 : 12;
        return ([.. Enumerable.Range(0, nodes).Select(i => new RingNode(i == 0 ? "n0" : $"n{i}-{random.Next()}", random.Next(1, heaviest + 1)))], options);
    }
}
