using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class CollisionsCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Pairs found by search on aodh 15.0.0: both labels hash to the position.
    [Theory]
    [InlineData("python-bytes", "node194\nnode204", "b'node204'-77", "b'node194'-13", 0xab2af2d1u)]
    [InlineData("python-bytes", "node204\nnode194", "b'node194'-13", "b'node204'-77", 0xab2af2d1u)]
    [InlineData("python-bytes", "44\n666", "b'666'-27", "b'44'-27", 0x2c6e612au)]
    [InlineData("plain", "agent-68\nagent-102", "agent-102-11", "agent-68-58", 0x564cf783u)]
    [InlineData("plain", "73\n134", "134-49", "73-52", 0x82e0cca5u)]
    public void Collisions_KnownPair_IsFound(string labels, string nodes, string winner, string loser, uint position)
    {
        JsonElement collisions = Json("--labels", labels, "--nodes-file", _folder.Write("nodes", nodes));

        JsonElement pair = Assert.Single(collisions.GetProperty("pairs").EnumerateArray());
        Assert.Equal(position, pair.GetProperty("position").GetUInt32());
        Assert.Equal([winner, loser], Strings(pair, "labels"));
        Assert.Equal(nodes.Split('\n').Reverse(), Strings(pair, "nodes"));
    }

    [Fact]
    public void Collisions_ArcAtStake_IsThatOfTheOriginal()
    {
        JsonElement collisions = Json("--labels", "python-bytes", "--nodes-file", _folder.Write("nodes", "node194\nnode204"));

        // 0.57 % of the circle, measured on aodh 15.0.0.
        Assert.Equal(0.0057, collisions.GetProperty("pairs")[0].GetProperty("arc").GetDouble(), 5e-5);
    }

    [Fact]
    public void Collisions_Canonical_GiveTheGreaterName()
    {
        JsonElement collisions = Json("--labels", "python-bytes", "--collisions", "canonical", "--nodes-file", _folder.Write("nodes", "node204\nnode194"));

        Assert.Equal(["node204", "node194"], Strings(collisions.GetProperty("pairs")[0], "nodes"));
    }

    [Fact]
    public void Collisions_OfOneNode_AreItsOwnLabels()
    {
        JsonElement collisions = Json("--nodes", "1", "--replicas", "200000");

        JsonElement[] pairs = [.. collisions.GetProperty("pairs").EnumerateArray()];
        Assert.Equal(200_000 - new SlowRing(["node-0"], 200_000).Points, pairs.Length);
        Assert.NotEmpty(pairs);
        foreach (JsonElement pair in pairs)
        {
            string[] labels = Strings(pair, "labels");
            Assert.Equal(["node-0", "node-0"], Strings(pair, "nodes"));
            Assert.NotEqual(labels[0], labels[1]);
            Assert.All(labels, label => Assert.Equal(pair.GetProperty("position").GetUInt32(), SlowRing.Position(Encoding.UTF8.GetBytes(label))));
        }

        Assert.Equal(0, collisions.GetProperty("amongNodes").GetProperty("probability").GetDouble());
    }

    [Fact]
    public void Collisions_OneNode_HasNoNegativeZero()
    {
        ToolRun json = ToolRun.Of("collisions", "--nodes", "1", "--replicas", "1", "--format", "json").Succeeded();
        ToolRun table = ToolRun.Of("collisions", "--nodes", "1").Succeeded();

        Assert.DoesNotMatch("[^E]-0", json.Text);
        Assert.DoesNotContain("-0\n", table.Text, StringComparison.Ordinal);
        Assert.StartsWith("No two labels share a position.\n", table.Text, StringComparison.Ordinal);
    }

    // Probability of a collision between different nodes, 100 replicas; the table in the notes on aodh has the same to four digits.
    [Theory]
    [InlineData(10, 0.0001)]
    [InlineData(50, 0.0028)]
    [InlineData(100, 0.0115)]
    [InlineData(300, 0.0992)]
    [InlineData(1000, 0.6875)]
    public void Collisions_Odds_AreTheBirthdayProblems(int nodes, double probability)
    {
        JsonElement collisions = Json("--nodes", $"{nodes}");

        Assert.Equal(probability, collisions.GetProperty("amongNodes").GetProperty("probability").GetDouble(), 5e-5);
        Assert.True(collisions.GetProperty("probability").GetDouble() > collisions.GetProperty("amongNodes").GetProperty("probability").GetDouble());
        Assert.Equal(nodes * 100.0 * ((nodes * 100.0) - 1) / 2 / 4294967296, collisions.GetProperty("expected").GetDouble(), 1e-12);
    }

    [Fact]
    public void Collisions_Table_FitsEightyColumns()
    {
        ToolRun run = ToolRun.Of("collisions", "--nodes-file", _folder.Write("nodes", WeirdNames.File), "--replicas", "10000").Succeeded();

        Assert.DoesNotContain(run.Text, c => char.IsControl(c) && c != '\n');
        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        string[] last = run.Text.TrimEnd('\n').Split('\n')[^2..];
        Assert.Matches("^any labels: [0-9.]+ pairs expected, at least one with probability 0\\.[0-9]+$", last[0]);
        Assert.Matches("^of two nodes: [0-9.]+ pairs expected, at least one with probability 0\\.[0-9]+$", last[1]);
    }

    [Fact]
    public void Collisions_Csv_HasARowForEachPair()
    {
        string nodes = _folder.Write("nodes", "node194\nnode204");

        ToolRun run = ToolRun.Of("collisions", "--nodes-file", nodes, "--labels", "python-bytes", "--format", "csv").Succeeded();

        List<string[]> records = CsvParser.Parse(run.Text);
        Assert.Equal(["position", "owner label", "shadow label", "owner", "shadow", "arc", "order-dependent"], records[0]);
        string[] record = Assert.Single(records.Skip(1));
        Assert.Equal(["2871718609", "b'node204'-77", "b'node194'-13", "node204", "node194"], record[..5]);
        Assert.Equal("True", record[6]);
    }

    // The two orders of one pair, through the ring itself: they disagree exactly on the arc that is said to be at stake.
    [Fact]
    public void Collisions_Disputed_IsWhatTwoOrdersDisagreeOn()
    {
        string[] nodes = [.. Enumerable.Range(0, 1000).Select(i => $"node-{i}")];
        var given = new HashRing(nodes);
        var reversed = new HashRing(nodes.Reverse());
        ulong disagree = 0;
        for (int point = 0; point < given.PointCount; point++)
        {
            RingArc arc = given.GetArc(point);
            disagree += given.Nodes[arc.NodeIndex] != reversed.Nodes[reversed.GetNodeIndexAt(arc.Start)] ? arc.Length : 0;
        }

        JsonElement disputed = Json("--nodes", "1000").GetProperty("disputed");

        Assert.Equal(3, disputed.GetProperty("positions").GetInt32());
        Assert.Equal(disagree / 4294967296.0, disputed.GetProperty("share").GetDouble(), 1e-15);
    }

    [Fact]
    public void Collisions_CanonicalOrOneNode_DisputeNothing()
    {
        JsonElement canonical = Json("--nodes", "1000", "--collisions", "canonical");
        JsonElement single = Json("--nodes", "1", "--replicas", "200000");

        Assert.All((JsonElement[])[canonical, single], collisions =>
        {
            Assert.NotEqual(0, collisions.GetProperty("pairs").GetArrayLength());
            Assert.Equal(0, collisions.GetProperty("disputed").GetProperty("positions").GetInt32());
            Assert.All(collisions.GetProperty("pairs").EnumerateArray(), pair => Assert.False(pair.GetProperty("orderDependent").GetBoolean()));
        });
    }

    [Fact]
    public void Collisions_OddsTable_HasTheOddsOfEachSize()
    {
        JsonElement[] odds = [.. Json("--nodes", "1").GetProperty("odds").EnumerateArray()];

        Assert.Equal(16, odds.Length);
        JsonElement hundred = odds.Single(row => row.GetProperty("nodes").GetInt32() == 100 && row.GetProperty("replicas").GetInt32() == 100);
        Assert.Equal(0.0115, hundred.GetProperty("probability").GetDouble(), 5e-5);
        Assert.Equal(100 * 99 / 2 * 1e4 / 4294967296, hundred.GetProperty("expected").GetDouble(), 1e-12);
    }

    private static string[] Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static JsonElement Json(params string[] args)
    {
        ToolRun run = ToolRun.Of(["collisions", "--format", "json", .. args]).Succeeded();
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
