using System.Globalization;
using System.Text.Json;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class MovementCommandTests : IDisposable
{
    // The exact shares of each flow between two rings of the original, from its own points.
    private const string Script = """
        import bisect, json, sys
        from aodh.coordination import HashRing

        labels, replicas, before, after = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(","), sys.argv[4].split(",")
        encode = (lambda name: name.encode()) if labels == "python-bytes" else (lambda name: name)
        rings = [HashRing([encode(name) for name in names], replicas=replicas) for names in (before, after)]
        name = (lambda node: node.decode()) if labels == "python-bytes" else (lambda node: node)

        def owner(ring, position):
            keys = ring._sorted_keys
            place = bisect.bisect(keys, position)
            return name(ring._ring[keys[place if place < len(keys) else 0]])

        cuts = sorted({0, 2**32}.union(*(ring._sorted_keys for ring in rings)))
        flows = {}
        for start, end in zip(cuts, cuts[1:]):
            flow = owner(rings[0], start) + ">" + owner(rings[1], start)
            flows[flow] = flows.get(flow, 0) + end - start
        print(json.dumps({flow: length / 2**32 for flow, length in flows.items() if flow.split(">")[0] != flow.split(">")[1]}))
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonOriginalFact]
    public void Movement_Flows_AreThoseOfTheOriginal()
    {
        (string Labels, int Replicas, string Before, string After, string[] Change)[] cases =
        [
            ("plain", 100, "a,b,c,d", "a,b,c,d,e", ["--add", "e"]),
            ("python-bytes", 100, "a,b,c,d", "a,b,d", ["--remove", "c"]),
            ("python-bytes", 7, "a,b,c", "b,c,x,y", ["--add", "x", "--remove", "a", "--add", "y"]),
            ("python-bytes", 100, "node204,other", "node204,other,node194", ["--add", "node194"]),
            ("plain", 1, "a,b", "b", ["--remove", "a"]),
        ];

        foreach ((string labels, int replicas, string before, string after, string[] change) in cases)
        {
            ToolRun original = ToolProcess.Run(
                PythonOriginalFactAttribute.Interpreter, ["-W", "ignore", "-c", Script, labels, $"{replicas}", before, after]).Succeeded();
            Dictionary<string, double> expected = JsonSerializer.Deserialize<Dictionary<string, double>>(original.Output)!;
            string nodes = _folder.Write("nodes", before.Replace(',', '\n'));

            JsonElement movement = Json(["--nodes-file", nodes, "--labels", labels, "--replicas", $"{replicas}", "--keys", "0", .. change]);

            var flows = movement.GetProperty("flows").EnumerateArray().ToDictionary(
                flow => $"{flow.GetProperty("from").GetString()}>{flow.GetProperty("to").GetString()}", flow => flow.GetProperty("share").GetDouble());
            Assert.NotEmpty(expected);
            Assert.Equal(expected.OrderBy(flow => flow.Key, StringComparer.Ordinal), flows.OrderBy(flow => flow.Key, StringComparer.Ordinal));
        }
    }

    // Two nodes of one replica and a third: three positions, so every share can be told from the labels' MD5.
    [Fact]
    public void Movement_OneReplica_IsTheArcInFrontOfTheNewPoint()
    {
        const uint positionOfB = 0x34f25f6f;
        const uint positionOfC = 0x63e3dc58;
        const uint positionOfA = 0xa165efd1;
        Assert.Equal([positionOfA, positionOfB, positionOfC], ((string[])["a-0", "b-0", "c-0"]).Select(label => SlowRing.Position(Encoding.UTF8.GetBytes(label))));

        JsonElement movement = Json("--nodes-file", _folder.Write("nodes", "a\nb"), "--replicas", "1", "--add", "c");

        // a owned what lies between b's point and its own; c's point takes the first part of it.
        const double share = (positionOfC - positionOfB) / 4294967296.0;
        JsonElement flow = Assert.Single(movement.GetProperty("flows").EnumerateArray());
        Assert.Equal(("a", "c", share), (flow.GetProperty("from").GetString(), flow.GetProperty("to").GetString(), flow.GetProperty("share").GetDouble()));
        Assert.Equal(share, movement.GetProperty("moved").GetDouble());
        Assert.Equal(share, movement.GetProperty("least").GetDouble());
        Assert.Equal(["before", "after", "moved", "least", "flows", "rangeCount", "keys", "keysMoved"], movement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Movement_Weights_AreThoseOfTheWeightedRings()
    {
        string nodes = _folder.Write("nodes", "a\t2\nb\nc=d\nb\t0.5\n");
        var before = new HashRing([new RingNode("a", 2), new RingNode("b", 0.5), new RingNode("c=d")]);
        var after = new HashRing([new RingNode("a", 1.5), new RingNode("c=d", 3), new RingNode("e", 2)]);

        JsonElement movement = Json(
            "--nodes-file", nodes, "--keys", "0", "--weight", "a=1.5", "--weight", "c=d=3", "--remove", "b", "--add", "e", "--weight", "e=2");

        Assert.Equal(
            before.Nodes.Zip(before.GetShares()).OrderBy(share => share.First, StringComparer.Ordinal), Shares(movement.GetProperty("before")));
        Assert.Equal(
            after.Nodes.Zip(after.GetShares()).OrderBy(share => share.First, StringComparer.Ordinal), Shares(movement.GetProperty("after")));
        Assert.Equal(
            new RingChange(before, after).GetMovedShare(), movement.GetProperty("moved").GetDouble(), 1e-12);

        static IEnumerable<(string, double)> Shares(JsonElement shares) => shares.EnumerateArray()
            .Select(share => (share.GetProperty("node").GetString()!, share.GetProperty("share").GetDouble()))
            .OrderBy(share => share.Item1, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("table", '\t')]
    [InlineData("csv", ',')]
    public void Movement_Keys_AreThoseWhoseOwnersDiffer(string format, char separator)
    {
        string before = _folder.Write("before", "a\nb\nc");
        string after = _folder.Write("after", "b\nc\nd");
        string[] expected =
        [
            .. Owners(before).Zip(Owners(after))
                .Where(pair => pair.First[1] != pair.Second[1]).Select(pair => $"{pair.First[0]}{separator}{pair.First[1]}{separator}{pair.Second[1]}"),
        ];

        ToolRun run = ToolRun.Of(
            "movement", "--nodes-file", before, "--add", "d", "--remove", "a", "--keys", "2000", "--list", "keys", "--format", format).Succeeded();
        JsonElement movement = Json("--nodes-file", before, "--add", "d", "--remove", "a", "--keys", "2000");

        string[] lines = run.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(expected, format == "csv" ? lines[1..] : lines);
        Assert.Equal("key,from,to", format == "csv" ? lines[0] : "key,from,to");
        Assert.Equal((2000, expected.Length), (movement.GetProperty("keys").GetInt32(), movement.GetProperty("keysMoved").GetInt32()));
        Assert.All(movement.GetProperty("flows").EnumerateArray(), flow => Assert.Equal(
            expected.Count(line => line.EndsWith($"{separator}{flow.GetProperty("from").GetString()}{separator}{flow.GetProperty("to").GetString()}", StringComparison.Ordinal)),
            flow.GetProperty("keys").GetInt32()));

        List<string[]> Owners(string nodes) =>
            [.. ToolRun.Of("owners", "--nodes-file", nodes, "--keys", "2000").Text.TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
    }

    [Fact]
    public void Movement_KeysOnStandardInput_AreReadToTheEndFirst()
    {
        string[] args = ["movement", "--add", "new", "--list", "keys", "--keys-file", "-", "--format", "json"];

        ToolRun good = ToolRun.WithInput(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"key-{i}\n"))), args).Succeeded();
        using JsonDocument document = JsonDocument.Parse(good.Output);
        Assert.InRange(document.RootElement.GetArrayLength(), 300, 600);
        Assert.All(document.RootElement.EnumerateArray(), row => Assert.Equal("new", row.GetProperty("to").GetString()));

        ToolRun.WithInput([.. "a\n"u8, 0xff], args).AssertBadInput("standard input", "line 2");
    }

    [Fact]
    public void Movement_Ranges_SumUpToWhatMoves()
    {
        string[] args = ["--nodes", "5", "--add", "new", "--remove", "node-2", "--replicas", "50"];
        ToolRun csv = ToolRun.Of(["movement", .. args, "--list", "ranges", "--format", "csv"]).Succeeded();
        using JsonDocument json = JsonDocument.Parse(ToolRun.Of(["movement", .. args, "--list", "ranges", "--format", "json"]).Output);
        JsonElement movement = Json(args);

        List<string[]> rows = CsvParser.Parse(csv.Text);
        Assert.Equal(["start", "last", "share", "from", "to"], rows[0]);
        Assert.Equal(movement.GetProperty("rangeCount").GetInt32(), rows.Count - 1);
        Assert.Equal(
            movement.GetProperty("moved").GetDouble() * 4294967296.0,
            rows.Skip(1).Sum(row => unchecked(uint.Parse(row[1], CultureInfo.InvariantCulture) - uint.Parse(row[0], CultureInfo.InvariantCulture)) + 1.0));
        Assert.Equal(rows.Skip(1).Select(row => row[0]), json.RootElement.EnumerateArray().Select(row => row.GetProperty("start").GetRawText()));
    }

    [Fact]
    public void Movement_Out_WritesEverything()
    {
        string[] args = ["movement", "--nodes", "6", "--keys", "500", "--add", "new,\"node\"", "--remove", "node-1"];

        ToolRun run = ToolRun.Of([.. args, "--format", "json", "--out", _folder.Of("out")]).Succeeded();

        string[] files = [.. Directory.GetFiles(_folder.Of("out"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Of("out"), file)).Order(StringComparer.Ordinal)];
        Assert.Equal(["keys.csv", "movement.csv", "movement.json", "plots/movement.png", "plots/movement.svg", "ranges.csv", "ringperf.json", "shares.csv"], files);
        Assert.Equal(run.Output, File.ReadAllBytes(_folder.Of("out/movement.json")));
        Assert.Equal(ToolRun.Of([.. args, "--format", "csv"]).Output, File.ReadAllBytes(_folder.Of("out/movement.csv")));
        Assert.Equal(ToolRun.Of([.. args, "--format", "csv", "--list", "ranges"]).Output, File.ReadAllBytes(_folder.Of("out/ranges.csv")));
        byte[] keys = ToolRun.Of([.. args, "--format", "csv", "--list", "keys", "--out", _folder.Of("out")]).Succeeded().Output;
        Assert.Equal(keys, File.ReadAllBytes(_folder.Of("out/keys.csv")));
        List<string[]> shares = CsvParser.Parse(File.ReadAllText(_folder.Of("out/shares.csv")));
        Assert.Equal(["node", "before", "after"], shares[0]);
        Assert.Equal(("node-1", ""), (shares[2][0], shares[2][2]));
        Assert.Equal(("new,\"node\"", ""), (shares[^1][0], shares[^1][1]));
        PngRendererTests.AssertShowsChart(File.ReadAllBytes(_folder.Of("out/plots/movement.png")), "movement", true);
        Assert.Contains("node-1 → new,&quot;node&quot;: ", File.ReadAllText(_folder.Of("out/plots/movement.svg")), StringComparison.Ordinal);
        Assert.Equal(["out"], _folder.Entries);
    }

    [Fact]
    public void Movement_Table_FitsEightyColumns()
    {
        string nodes = _folder.Write("nodes", WeirdNames.File);

        ToolRun run = ToolRun.Of("movement", "--nodes-file", nodes, "--add", new string('x', 200), "--remove", WeirdNames.All[3]).Succeeded();
        ToolRun ranges = ToolRun.Of("movement", "--nodes-file", nodes, "--add", "new", "--replicas", "3", "--list", "ranges").Succeeded();

        Assert.All((run.Text + ranges.Text).Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        string[] last = run.Text.TrimEnd('\n').Split('\n')[^2..];
        Assert.Matches("^moves: [0-9.]+ % of the circle in [0-9,]+ ranges; the least possible is [0-9.]+ %$", last[0]);
        Assert.Matches("^keys: [0-9,]+ of 63,682 move \\([0-9.]+ %\\)$", last[1]);
    }

    [Theory]
    [InlineData("movement", "nothing changes", "--add", "--remove")]
    [InlineData("movement --add node-3", "--add", "\"node-3\"", "has it already")]
    [InlineData("movement --remove node-30", "--remove", "\"node-30\"", "does not have it")]
    [InlineData("movement --add x --remove x", "--add and --remove both", "\"x\"")]
    [InlineData("movement --add node-1 --remove node-1", "--add and --remove both")]
    [InlineData("movement --add x --add x", "--add", "\"x\" twice")]
    [InlineData("movement --remove node-1 --remove node-1", "--remove", "twice")]
    [InlineData("movement --nodes 1 --remove node-0", "--remove", "at least one must stay")]
    [InlineData("movement --add", "--add")]
    [InlineData("movement --add --remove x", "--add", "--remove")]
    [InlineData("movement --weight node-1", "--weight", "\"node-1\"", "above 0")]
    [InlineData("movement --weight node-1=0", "--weight", "\"node-1=0\"")]
    [InlineData("movement --weight node-1=NaN", "--weight", "\"node-1=NaN\"")]
    [InlineData("movement --weight =2", "--weight is empty")]
    [InlineData("movement --weight x=2", "--weight", "\"x\"", "will not have it")]
    [InlineData("movement --remove node-1 --weight node-1=2", "--weight", "will not have it")]
    [InlineData("movement --weight node-1=2 --weight node-1=3", "--weight", "twice")]
    [InlineData("movement --add x --list nodes", "--list", "flows, ranges, keys")]
    public void Movement_BadChange_IsNamed(string arguments, params string[] named) => ToolRun.Of(arguments.Split(' ')).AssertBadInput(named);

    [Fact]
    public void Movement_EmptyName_IsNamed() => ToolRun.Of("movement", "--add", "").AssertBadInput("--add is empty");

    [Fact]
    public void Movement_EveryNodeReplaced_MovesEverything()
    {
        JsonElement movement = Json("--nodes", "1", "--remove", "node-0", "--add", "other");

        Assert.Equal((1, 1), (movement.GetProperty("moved").GetDouble(), movement.GetProperty("least").GetDouble()));
    }

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of(["movement", .. args, "--format", "json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }
}
