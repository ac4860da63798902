using System.Globalization;
using System.Text.Json;
using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class CompareCommandTests : IClassFixture<CompareCommandTests.SmallRun>
{
    private static readonly string[] Names =
    [
        "ring md5", "ring xxhash3", "ring tooz", "ring ketama", "bounded-load", "jump", "rendezvous", "weighted-rendezvous", "maglev",
        "multi-probe", "anchor", "dx", "memento",
    ];

    // Algorithms that move the least whatever node goes; jump renumbers the nodes behind it, Maglev and full nodes move a few more.
    private static readonly string[] LeastDisruptive = [.. Names.Except(["jump", "maglev", "bounded-load"])];

    private readonly SmallRun _run;

    public CompareCommandTests(SmallRun run) => _run = run;

    [Fact]
    public void Compare_Json_HasEveryAlgorithmAndMeasure()
    {
        JsonElement[] rows = Rows();

        Assert.Equal(Names, rows.Select(row => row.GetProperty("name").GetString()));
        Assert.All(rows, row =>
        {
            Assert.Equal(
                ["name", "peakToMean", "cv", "movedOnAdd", "movedOnRemove", "lookupNs", "buildMs", "bytes"],
                row.EnumerateObject().Take(8).Select(property => property.Name));
            Assert.InRange(row.GetProperty("peakToMean").GetDouble(), 1, 3);
            Assert.InRange(row.GetProperty("lookupNs").GetDouble(), 0.1, 1e6);
            Assert.InRange(row.GetProperty("buildMs").GetDouble(), 0, 1e5);
            Assert.All(row.GetProperty("bands").EnumerateObject(), band => Assert.True(
                band.Value.GetProperty("p05").GetDouble() <= band.Value.GetProperty("median").GetDouble() &&
                band.Value.GetProperty("median").GetDouble() <= band.Value.GetProperty("p95").GetDouble()));
            Assert.Equal(row.GetProperty("cv").GetDouble(), row.GetProperty("bands").GetProperty("cv").GetProperty("median").GetDouble());
        });
    }

    [Fact]
    public void Compare_Movement_IsWhatEachAlgorithmPromises()
    {
        foreach (JsonElement row in Rows())
        {
            string name = row.GetProperty("name").GetString()!;
            Assert.Equal(name is "maglev" or "bounded-load", Number(row, "strayOnAdd") > 0);
            Assert.Equal(!LeastDisruptive.Contains(name), Number(row, "strayOnRemove") > 0);
            Assert.Equal(!LeastDisruptive.Contains(name), Number(row, "strayOnResize") > 0);
            Assert.InRange(Number(row, "movedOnAdd") * 21, 0.5, 1.6);
            Assert.InRange(Number(row, "movedOnRemove") * 20, 0.5, name == "jump" ? 20 : 1.6);
        }
    }

    [Fact]
    public void Compare_EvenAlgorithms_HaveTheKeysNoiseOnly()
    {
        double noise = _run.Document.GetProperty("keyNoise").GetDouble();
        Assert.Equal(Math.Sqrt(19 / 20_000.0), noise, 1e-15);

        foreach (JsonElement row in Rows().Where(row => (string[])["jump", "rendezvous", "weighted-rendezvous", "maglev", "anchor", "dx", "memento"] is var even && even.Contains(row.GetProperty("name").GetString())))
        {
            Assert.InRange(Number(row, "cv") / noise, 0.6, 1.5);
        }
    }

    [Fact]
    public void Compare_Files_HoldTheSameNumbers()
    {
        List<string[]> rows = CsvParser.Parse(File.ReadAllText(_run.Folder.Of("out/compare.csv")));

        Assert.Equal(["algorithm", "nodes", "keys", "seeds", "metric", "p05", "median", "p95"], rows[0]);
        Assert.Equal(Names.Length * 13, rows.Count - 1);
        Assert.All(Rows(), row => Assert.Equal(
            row.GetProperty("cv").GetDouble(),
            double.Parse(rows.Single(fields => fields[0] == row.GetProperty("name").GetString() && fields[4] == "cv")[6], CultureInfo.InvariantCulture)));
        Assert.All((string[])["compare-balance", "compare-lookup", "compare-strays"], plot =>
        {
            PngRendererTests.AssertShowsChart(File.ReadAllBytes(_run.Folder.Of($"out/plots/{plot}.png")), plot, true);
            Assert.Contains(">multi-probe</text>", File.ReadAllText(_run.Folder.Of($"out/plots/{plot}.svg")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Compare_Table_FitsEightyColumns()
    {
        ToolRun run = ToolRun.Of("compare", "--nodes", "3", "--keys", "500", "--seeds", "2", "--replicas", "5").Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.All(Names, name => Assert.Contains(name, run.Text, StringComparison.Ordinal));
        Assert.Equal(["running …", "timing …"], run.ErrorLines);
    }

    // By hand, for the ring: its owners before and after, key by key.
    [Fact]
    public void Of_ARing_CountsWhatTheRingSays()
    {
        var options = new HashRingOptions { Replicas = 10 };
        RivalKind kind = RivalSet.Of(options)[0];
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(4);
        string[] names = [.. Enumerable.Range(0, 7).Select(_ => uuids.Next().ToString())];
        var ring = new HashRing(names[..^1], options);
        HashRing grown = ring.Add(names[^1]);
        var keys = new RingPerf.Analysis.Inputs.SeededUuids(RingPerf.Analysis.Inputs.SplitMix64.Mix(4));
        int moved = Enumerable.Range(0, 1000).Select(_ => keys.Next().ToString()).Count(key => ring.GetNode(key) != grown.GetNode(key));

        var run = RivalRun.Of(kind.Build, ComparedInput.Random(6, 1000), 4);

        Assert.Equal(moved / 1000.0, run.MovedOnAdd);
        Assert.NotEqual(0, moved);
        Assert.Equal((0, 0, 0), (run.StrayOnAdd, run.StrayOnRemove, run.StrayOnResize));
    }

    // Placed by hand: the keys in order, each on the first node from its position on that is below its capacity.
    [Fact]
    public void Of_BoundedLoads_CountsWhatPlacingAllKeysAnewGives()
    {
        const int keys = 2000;
        var options = new HashRingOptions { Replicas = 3 };
        string[] names = SweptRing.Names(7, 4);
        string[] before = Placed(names[..^1]);
        string[] after = Placed(names);
        int[] counts = [.. before.GroupBy(node => node).Select(node => node.Count())];

        var run = RivalRun.Of(RivalSet.Of(options).Single(kind => kind.Name == "bounded-load").Build, ComparedInput.Random(6, keys), 4);

        Assert.Equal(counts.Max() * 6 / (double)keys, run.Balance.PeakToMean, 1e-12);
        Assert.InRange(counts.Max(), 1, Math.Ceiling(1.25 * keys / 6));
        Assert.Equal(before.Zip(after).Count(pair => pair.First != pair.Second) / (double)keys, run.MovedOnAdd);
        Assert.Equal(before.Zip(after).Count(pair => pair.First != pair.Second && pair.Second != names[^1]) / (double)keys, run.StrayOnAdd);
        Assert.NotEqual(0, run.StrayOnAdd);

        string[] Placed(string[] nodes)
        {
            (uint Position, string Node)[] points =
            [
                .. nodes.SelectMany(node => Enumerable.Range(0, 3).Select(r => (SlowRing.Position(Encoding.UTF8.GetBytes($"{node}-{r}")), node))).Order(),
            ];
            var loads = nodes.ToDictionary(node => node, _ => 0);
            var uuids = new RingPerf.Analysis.Inputs.SeededUuids(RingPerf.Analysis.Inputs.SplitMix64.Mix(4));
            return [.. Enumerable.Range(0, keys).Select(placed => Place(uuids.Next().ToString(), placed))];

            string Place(string key, int placed)
            {
                uint position = SlowRing.Position(Encoding.UTF8.GetBytes(key));
                string node = points.Where(point => point.Position > position).Concat(points).Select(point => point.Node)
                    .First(node => loads[node] < Math.Ceiling(1.25 * (placed + 1) / nodes.Length));
                loads[node]++;
                return node;
            }
        }
    }

    // CRC-32 gives every point of "plumless" to "buckeroo", which is full before all keys are placed.
    [Fact]
    public void Of_BoundedLoadsWithoutRoom_SaysWhatToDo()
    {
        var options = new HashRingOptions { Hash = HashFunction.Crc32, Replicas = 5 };
        var input = new ComparedInput(2, 100, [new("plumless"), new("buckeroo")], null);
        RivalKind bounded = RivalSet.Of(options).Single(kind => kind.Name == "bounded-load");

        var exception = Assert.Throws<FailedRunException>(() => RivalRun.Of(bounded.Build, input, 1));

        Assert.Equal("every node that owns a point is full, and nodes without one have the room; take more --replicas", exception.Message);
    }

    [Fact]
    public void Compare_BoundedLoadsWithoutRoom_IsAFailedRunInOneLine()
    {
        ToolRun run = ToolRun.Of("compare", "--nodes-file", Nodes("plumless\nbuckeroo\n"), "--hash", "crc32", "--keys", "10", "--seeds", "1");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Equal("ringperf: every node that owns a point is full, and nodes without one have the room; take more --replicas", run.ErrorLines[^1]);
    }

    // No load above the capacity of the last key, with weights too.
    [Fact]
    public void Of_BoundedLoadsWithWeights_KeepsEachNodeWithinItsPart()
    {
        var input = new ComparedInput(3, 5000, [new("a", 1), new("b", 2.5), new("c", 4)], null);

        var run = RivalRun.Of(RivalSet.Of(new HashRingOptions { Replicas = 2 }).Single(kind => kind.Name == "bounded-load").Build, input, 1);

        Assert.InRange(run.Balance.PeakToMean, 1.2, 1.25 + (1 / (5000 / 7.5)));
    }

    [Fact]
    public void Compare_OwnNodesAndKeys_CountsThem()
    {
        string nodes = Nodes("one\ntwo\nthree\nfour\n");
        string keys = _run.Folder.Write("keys", string.Concat(Enumerable.Range(0, 999).Select(i => $"user:{i}\n")));
        int most = ToolRun.Of("owners", "--nodes-file", nodes, "--keys-file", keys, "--replicas", "20").Succeeded().Text.TrimEnd('\n').Split('\n')
            .CountBy(line => line.Split('\t')[1]).Max(node => node.Value);

        JsonElement document = Json("--nodes-file", nodes, "--keys-file", keys, "--replicas", "20", "--seeds", "2");

        Assert.Equal((4, 999), (document.GetProperty("nodes").GetInt32(), document.GetProperty("keys").GetInt32()));
        JsonElement ring = document.GetProperty("algorithms")[0];
        Assert.Equal(most * 4 / 999.0, Number(ring, "peakToMean"), 1e-12);
        Assert.Equal(Number(ring, "peakToMean"), ring.GetProperty("bands").GetProperty("peakToMean").GetProperty("p95").GetDouble());
        Assert.Equal("the ring of OpenStack's aodh, 20 points a node", ring.GetProperty("description").GetString());
        Assert.Empty(document.GetProperty("leftOut").EnumerateArray());
    }

    [Fact]
    public void Compare_Weights_AreCountedAgainst()
    {
        string nodes = Nodes("one\t1\ntwo\t3\n");
        string keys = _run.Folder.Write("keys", string.Concat(Enumerable.Range(0, 1000).Select(i => $"user:{i}\n")));
        int ofTwo = ToolRun.Of("owners", "--nodes-file", nodes, "--keys-file", keys).Succeeded().Text.TrimEnd('\n').Split('\n').Count(line => line.EndsWith("\ttwo", StringComparison.Ordinal));
        double[] ratios = [(1000 - ofTwo) / 250.0, ofTwo / 750.0];

        JsonElement document = Json("--nodes-file", nodes, "--keys-file", keys, "--seeds", "2");

        JsonElement ring = document.GetProperty("algorithms")[0];
        Assert.Equal(ratios.Max(), Number(ring, "peakToMean"), 1e-12);
        Assert.Equal(Math.Sqrt(ratios.Average(ratio => (ratio - 1) * (ratio - 1))), Number(ring, "cv"), 1e-12);
        Assert.Equal(ratios.Min(), ring.GetProperty("bands").GetProperty("minToMean").GetProperty("median").GetDouble(), 1e-12);
        Assert.Equal(0.2, document.GetProperty("leastOnAdd").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt((3 + (1 / 3.0)) / 2 / 1000), document.GetProperty("keyNoise").GetDouble(), 1e-12);
        Assert.Equal(
            ["ring md5", "ring xxhash3", "ring tooz", "ring ketama", "bounded-load", "weighted-rendezvous"],
            document.GetProperty("algorithms").EnumerateArray().Select(row => row.GetProperty("name").GetString()));
        Assert.Equal(
            ["jump", "rendezvous", "maglev", "multi-probe", "anchor", "dx", "memento"],
            document.GetProperty("leftOut").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void Compare_WeightsThatAreNotWhole_LeaveTheOriginalsOut()
    {
        ToolRun run = ToolRun.Of("compare", "--nodes-file", Nodes("one\ntwo\t1.5\n"), "--keys", "100", "--seeds", "1").Succeeded();

        Assert.DoesNotContain("ring tooz:", run.Text, StringComparison.Ordinal);
        Assert.Contains("left out:\nring tooz, ring ketama, jump", run.Text, StringComparison.Ordinal);
        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
    }

    [Fact]
    public void Compare_Profile_IsTheFirstRowAndStandsOnce()
    {
        JsonElement[] rows = [.. Json("--nodes", "3", "--keys", "50", "--seeds", "1", "--profile", "ketama", "--replicas", "7").GetProperty("algorithms").EnumerateArray()];

        Assert.Equal(["ring ketama", "ring xxhash3", "ring tooz", "bounded-load"], rows.Take(4).Select(row => row.GetProperty("name").GetString()));
        Assert.Equal("the ring of libmemcached's ketama, 7 × 4 points a node", rows[0].GetProperty("description").GetString());
        Assert.Single(rows, row => row.GetProperty("name").GetString() == "ring ketama");
    }

    [Theory]
    [InlineData("a\na\n", "\"a\"", "twice")]
    [InlineData("a\n\n", "line 2")]
    public void Compare_BadNodes_AreNamed(string nodes, params string[] named) =>
        ToolRun.Of("compare", "--nodes-file", Nodes(nodes)).AssertBadInput(named);

    [Fact]
    public void Compare_BadKeys_AreNamed()
    {
        string empty = _run.Folder.Write("empty", "");
        ToolRun.Of("compare", "--keys-file", empty).AssertBadInput("--keys-file", empty, "no keys");
        ToolRun.Of("compare", "--keys-file", "no-such-file").AssertBadInput("--keys-file", "no-such-file");
        ToolRun.Of("compare", "--keys-file", "-", "--keys", "3").AssertBadInput("--keys and --keys-file exclude each other");
        ToolRun.WithInput([0xff], "compare", "--keys-file", "-").AssertBadInput("standard input", "line 1");
        ToolRun.Of("compare", "--profile", "tooz", "--nodes-file", Nodes("a\t1.5\nb\n")).AssertBadInput("1.5", "whole");
    }

    [Theory]
    [InlineData("--nodes", "0", "from 1")]
    [InlineData("--keys", "0", "from 1")]
    [InlineData("--seeds", "x", "\"x\"")]
    [InlineData("--replicas", "0", "from 1")]
    public void Compare_BadOption_IsNamed(string option, string value, string named) => ToolRun.Of("compare", option, value).AssertBadInput(option, named);

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of(["compare", .. args, "--format", "json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }

    private string Nodes(string text) => _run.Folder.Write("nodes", text);

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private JsonElement[] Rows() => [.. _run.Document.GetProperty("algorithms").EnumerateArray()];

    /// <summary>One run for all tests of its answer: 20 nodes, 20,000 keys, 3 seeds.</summary>
    public sealed class SmallRun : IDisposable
    {
        public SmallRun()
        {
            ToolRun run = ToolRun.Of(
                "compare", "--nodes", "20", "--keys", "20000", "--seeds", "3", "--format", "json", "--out", Folder.Of("out")).Succeeded();
            Assert.Equal(run.Output, File.ReadAllBytes(Folder.Of("out/compare.json")));
            using JsonDocument document = JsonDocument.Parse(run.Output);
            Document = document.RootElement.Clone();
        }

        internal TestFolder Folder { get; } = new();

        internal JsonElement Document { get; }

        public void Dispose() => Folder.Dispose();
    }
}
