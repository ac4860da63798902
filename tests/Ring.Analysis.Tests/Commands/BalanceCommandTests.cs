using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class BalanceCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 100)]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(10, 100)]
    public void Balance_Shares_AreExact(int nodes, int replicas)
    {
        JsonElement balance = Json("--nodes", $"{nodes}", "--replicas", $"{replicas}", "--keys", "0");
        var oracle = new SlowRing(Enumerable.Range(0, nodes).Select(i => $"node-{i}"), replicas);

        JsonElement[] rows = [.. balance.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(nodes, rows.Length);
        for (int i = 0; i < nodes; i++)
        {
            Assert.Equal(["node", "points", "share", "keys", "expected"], rows[i].EnumerateObject().Select(property => property.Name));
            Assert.Equal($"node-{i}", rows[i].GetProperty("node").GetString());
            Assert.Equal(oracle.PointsOf($"node-{i}"), rows[i].GetProperty("points").GetInt32());
            Assert.Equal(oracle.LengthOf($"node-{i}") / 4294967296.0, rows[i].GetProperty("share").GetDouble());
            Assert.Equal(0, rows[i].GetProperty("keys").GetInt64());
        }

        Assert.Equal(1, rows.Sum(row => row.GetProperty("share").GetDouble()), 1e-12);
        JsonElement summary = balance.GetProperty("summary");
        Assert.Equal(nodes, summary.GetProperty("nodes").GetInt32());
        Assert.Equal(oracle.Points, summary.GetProperty("points").GetInt32());
        Assert.Equal((nodes * replicas) - oracle.Points, summary.GetProperty("collisions").GetInt32());
    }

    [Theory]
    [InlineData("ketama")]
    [InlineData("tooz")]
    [InlineData("aodh")]
    public void Balance_ProfilesAndWeights_CountsOnlyLabelsThatLost(string profile)
    {
        string nodes = _folder.Write("weighted-nodes", "a\t3\nb\nc\t2\n");

        foreach (string command in (string[])["balance", "collisions"])
        {
            using JsonDocument answer = JsonDocument.Parse(
                ToolRun.Of(command, "--nodes-file", nodes, "--profile", profile, "--format", "json").Succeeded().Output);
            int collisions = command == "balance"
                ? answer.RootElement.GetProperty("summary").GetProperty("collisions").GetInt32()
                : answer.RootElement.GetProperty("pairs").GetArrayLength();
            Assert.Equal(0, collisions);
        }
    }

    [Fact]
    public void Balance_Summary_FollowsFromTheShares()
    {
        JsonElement balance = Json("--nodes", "9", "--replicas", "20", "--keys", "5000");

        double[] shares = [.. balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("share").GetDouble())];
        double mean = shares.Average();
        double cv = Math.Sqrt(shares.Average(share => (share - mean) * (share - mean))) / mean;
        double gini = shares.SelectMany(x => shares, (x, y) => Math.Abs(x - y)).Sum() / (2 * shares.Length * shares.Length * mean);
        JsonElement summary = balance.GetProperty("summary");
        Assert.Equal(["nodes", "points", "peakToMean", "minToMean", "cv", "gini", "collisions", "weighted", "peakToExpected"], summary.EnumerateObject().Select(p => p.Name));
        Assert.Equal(shares.Max() / mean, summary.GetProperty("peakToMean").GetDouble(), 1e-12);
        Assert.Equal(shares.Min() / mean, summary.GetProperty("minToMean").GetDouble(), 1e-12);
        Assert.Equal(cv, summary.GetProperty("cv").GetDouble(), 1e-12);
        Assert.Equal(gini, summary.GetProperty("gini").GetDouble(), 1e-12);

        long[] counts = [.. balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("keys").GetInt64())];
        double chiSquare = counts.Zip(shares, (count, share) => Math.Pow(count - (5000 * share), 2) / (5000 * share)).Sum();
        JsonElement keys = balance.GetProperty("keySummary");
        Assert.Equal(["keys", "peakToMean", "chiSquare", "degreesOfFreedom", "pValue"], keys.EnumerateObject().Select(p => p.Name));
        Assert.Equal(5000, counts.Sum());
        Assert.Equal(5000, keys.GetProperty("keys").GetInt64());
        Assert.Equal(counts.Max() * 9 / 5000.0, keys.GetProperty("peakToMean").GetDouble(), 1e-12);
        Assert.Equal(chiSquare, keys.GetProperty("chiSquare").GetDouble(), 1e-9);
        Assert.Equal(8, keys.GetProperty("degreesOfFreedom").GetInt32());
        Assert.InRange(keys.GetProperty("pValue").GetDouble(), 0.001, 0.999);
    }

    [Fact]
    public void Balance_Weights_AreComparedWithWhatThePointsAskFor()
    {
        string nodes = _folder.Write("weighted-nodes", "a\t3\nb\nc\t2\n");
        JsonElement balance = Json("--nodes-file", nodes, "--replicas", "50");
        JsonElement[] rows = [.. balance.GetProperty("nodes").EnumerateArray()];
        double[] expected = [3 / 6.0, 1 / 6.0, 2 / 6.0];
        double[] shares = [.. rows.Select(row => row.GetProperty("share").GetDouble())];

        Assert.Equal(expected, rows.Select(row => row.GetProperty("expected").GetProperty("share").GetDouble()));
        Assert.All(rows, row => Assert.InRange(
            row.GetProperty("expected").GetProperty("share").GetDouble(),
            row.GetProperty("expected").GetProperty("low").GetDouble(),
            row.GetProperty("expected").GetProperty("high").GetDouble()));
        double peak = shares.Zip(expected, (share, due) => share / due).Max();
        Assert.Equal(peak, balance.GetProperty("summary").GetProperty("peakToExpected").GetDouble(), 1e-12);
        string table = ToolRun.Of("balance", "--nodes-file", nodes, "--replicas", "50").Succeeded().Text;
        Assert.Contains(" of expected ", table, StringComparison.Ordinal);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"greatest share over it {peak:0.0000}\n"), table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
    }

    [Fact]
    public void Balance_Counts_AreThoseOfOwners()
    {
        JsonElement balance = Json("--nodes", "5", "--keys", "3000", "--seed", "7");

        string[] owners = [.. ToolRun.Of("owners", "--nodes", "5", "--keys", "3000", "--seed", "7").Text.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[1])];
        Assert.All(
            balance.GetProperty("nodes").EnumerateArray(),
            row => Assert.Equal(owners.Count(owner => owner == row.GetProperty("node").GetString()), row.GetProperty("keys").GetInt32()));
    }

    [Fact]
    public void Balance_NoKeys_LeavesUndefinedNumbersNull()
    {
        JsonElement keys = Json("--keys-file", _folder.Write("keys", "")).GetProperty("keySummary");

        Assert.Equal(0, keys.GetProperty("keys").GetInt64());
        Assert.Equal(9, keys.GetProperty("degreesOfFreedom").GetInt32());
        Assert.All((string[])["peakToMean", "chiSquare", "pValue"], name => Assert.Equal(JsonValueKind.Null, keys.GetProperty(name).ValueKind));
        Assert.EndsWith("keys: none\n", ToolRun.Of("balance", "--keys", "0").Succeeded().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Balance_OneNode_OwnsEverything()
    {
        JsonElement balance = Json("--nodes", "1", "--keys", "50");

        Assert.Equal(1, balance.GetProperty("nodes")[0].GetProperty("share").GetDouble());
        Assert.Equal(50, balance.GetProperty("nodes")[0].GetProperty("keys").GetInt32());
        Assert.Equal(1, balance.GetProperty("keySummary").GetProperty("pValue").GetDouble());
        Assert.Equal(0, balance.GetProperty("keySummary").GetProperty("degreesOfFreedom").GetInt32());
        Assert.Equal(0, balance.GetProperty("summary").GetProperty("gini").GetDouble());
    }

    // CRC-32 gives "plumless" and "buckeroo" one value, and so every label of the one that of the other.
    [Fact]
    public void Balance_NodeThatOwnsNothing_IsKeptWithZero()
    {
        string nodes = _folder.Write("nodes", "plumless\nbuckeroo\nthird\n");

        JsonElement balance = Json("--nodes-file", nodes, "--hash", "crc32", "--replicas", "10", "--keys", "1000");

        JsonElement first = balance.GetProperty("nodes")[0];
        Assert.Equal("plumless", first.GetProperty("node").GetString());
        Assert.Equal(0, first.GetProperty("points").GetInt32());
        Assert.Equal(0, first.GetProperty("share").GetDouble());
        Assert.Equal(0, first.GetProperty("keys").GetInt32());
        Assert.Equal(0, balance.GetProperty("summary").GetProperty("minToMean").GetDouble());
        Assert.Equal(10, balance.GetProperty("summary").GetProperty("collisions").GetInt32());
        Assert.Equal(1, balance.GetProperty("keySummary").GetProperty("degreesOfFreedom").GetInt32());
        Assert.InRange(balance.GetProperty("keySummary").GetProperty("pValue").GetDouble(), 1e-9, 1);
    }

    [Fact]
    public void Balance_DuplicateNodes_CountOnce()
    {
        JsonElement balance = Json("--nodes-file", _folder.Write("nodes", "b\na\nb\n"), "--keys", "10");

        Assert.Equal(["b", "a"], balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("node").GetString()));
        Assert.Equal(2, balance.GetProperty("summary").GetProperty("nodes").GetInt32());
    }

    [Fact]
    public void Balance_WeirdNames_SurviveJsonAndCsv()
    {
        string nodes = _folder.Write("nodes", WeirdNames.File);

        JsonElement balance = Json("--nodes-file", nodes, "--keys", "10");
        ToolRun csv = ToolRun.Of("balance", "--nodes-file", nodes, "--keys", "10", "--format", "csv").Succeeded();

        Assert.Equal(WeirdNames.All, balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("node").GetString()!));
        List<string[]> records = CsvParser.Parse(csv.Text);
        Assert.Equal(["node", "points", "share", "keys"], records[0]);
        Assert.Equal(WeirdNames.All, records.Skip(1).Select(record => record[0]));
        Assert.Equal(
            balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("share").GetDouble()),
            records.Skip(1).Select(record => double.Parse(record[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Balance_Table_FitsEightyColumnsAndHidesNothing()
    {
        ToolRun run = ToolRun.Of("balance", "--nodes-file", _folder.Write("nodes", WeirdNames.File)).Succeeded();

        Assert.DoesNotContain(run.Text, c => char.IsControl(c) && c != '\n');
        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Contains("ctrl\\u0001\\u0007\\u001b[3", run.Text, StringComparison.Ordinal);
        Assert.Contains("\\u202ertl", run.Text, StringComparison.Ordinal);
        string[] last = run.Text.TrimEnd('\n').Split('\n')[^4..];
        Assert.Matches("^25 nodes, 2,500 points, 0 collisions$", last[0]);
        Assert.Matches("^shares: peak-to-mean [0-9.]+, min-to-mean [0-9.]+, cv [0-9.]+, Gini [0-9.]+$", last[1]);
        Assert.Matches("^keys: 63,682, peak-to-mean [0-9.]+$", last[2]);
        Assert.Matches("^keys against shares: chi-square [0-9.]+ on 24 degrees of freedom, p = [01]\\.[0-9]{3}$", last[3]);
    }

    // By hand: the k-th key brings 1 / k^s to its owner.
    [Fact]
    public void Balance_Zipf_LoadsAreThoseOfTheOwners()
    {
        string[] args = ["--nodes", "4", "--keys", "6000"];
        string[] owners = [.. ToolRun.Of(["owners", .. args]).Text.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[1])];
        double all = Enumerable.Range(1, 6000).Sum(k => Math.Pow(k, -1.2));

        JsonElement balance = Weighted([.. args, "--zipf", "1.2"]);

        double[] loads = [.. balance.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("load").GetDouble())];
        for (int node = 0; node < 4; node++)
        {
            double expected = owners.Select((owner, i) => owner == $"node-{node}" ? Math.Pow(i + 1, -1.2) : 0).Sum() / all;
            Assert.Equal(expected, loads[node], 1e-12);
        }

        JsonElement summary = balance.GetProperty("loadSummary");
        Assert.Equal(loads.Max() * 4, summary.GetProperty("peakToMean").GetDouble(), 1e-12);
        Assert.Equal(loads.Min() * 4, summary.GetProperty("minToMean").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(loads.Average(load => Math.Pow((load * 4) - 1, 2))), summary.GetProperty("cv").GetDouble(), 1e-12);
    }

    [Fact]
    public void Balance_KeyWeights_CountAtTheEndOfTheLine()
    {
        string plain = _folder.Write("plain", "a\nwith\ttab\n\nb\n");
        string weighted = _folder.Write("weighted", "a\t1\nwith\ttab\t2.5\n\t0\nb\t1e1\n");
        string[] owners = [.. ToolRun.Of("owners", "--nodes", "3", "--keys-file", plain, "--format", "csv").Text.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[^1])];
        double[] weights = [1, 2.5, 0, 10];

        JsonElement balance = Weighted("--nodes", "3", "--keys-file", weighted, "--key-weights");
        ToolRun csv = ToolRun.Of("balance", "--nodes", "3", "--keys-file", weighted, "--key-weights", "--format", "csv").Succeeded();
        ToolRun table = ToolRun.Of("balance", "--nodes", "3", "--keys-file", weighted, "--key-weights").Succeeded();

        Assert.All(balance.GetProperty("nodes").EnumerateArray(), row =>
        {
            string node = row.GetProperty("node").GetString()!;
            Assert.Equal(owners.Count(owner => owner == node), row.GetProperty("keys").GetInt32());
            Assert.Equal(weights.Where((_, i) => owners[i] == node).Sum() / 13.5, row.GetProperty("load").GetDouble(), 1e-12);
        });
        Assert.Equal(["node", "points", "share", "keys", "load"], CsvParser.Parse(csv.Text)[0]);
        Assert.Matches("\nload: peak-to-mean [0-9.]+, min-to-mean [0-9.]+, cv [0-9.]+\n", table.Text);
    }

    [Theory]
    [InlineData("a\t1\nb\n", "line 2", "\"b\"", "a tab and a weight of at least 0")]
    [InlineData("a\t-1\n", "line 1", "\"-1\"")]
    [InlineData("a\tNaN\n", "line 1")]
    [InlineData("a\t1\nb\t2x\n", "line 2", "\"2x\"")]
    [InlineData("a\t\n", "line 1")]
    public void Balance_BadKeyWeight_NamesItsLine(string keys, params string[] named) =>
        ToolRun.Of("balance", "--keys-file", _folder.Write("keys", keys), "--key-weights").AssertBadInput(named);

    [Fact]
    public void Balance_KeyWeightsWithoutAFiniteSum_AreRefused()
    {
        string keys = _folder.Write("keys", "a\t1e308\nb\t1e308\n");

        Assert.All((string[])["1", "2", "3"], nodes => ToolRun.Of("balance", "--nodes", nodes, "--keys-file", keys, "--key-weights", "--format", "json")
            .AssertBadInput("the weights of all keys sum to Infinity; their sum must be finite"));
    }

    [Theory]
    [InlineData("--zipf 0", "--zipf", "\"0\"", "above 0 and below 10")]
    [InlineData("--zipf 10", "--zipf", "\"10\"", "above 0 and below 10")]
    [InlineData("--zipf x", "\"x\"")]
    [InlineData("--zipf 1 --key-weights", "--zipf and --key-weights")]
    public void Balance_BadWeightOption_IsNamed(string arguments, params string[] named) =>
        ToolRun.Of(["balance", .. arguments.Split(' ')]).AssertBadInput(named);

    // 79 MB of keys through a heap of 24 MB.
    [UnixFact]
    public void Executable_MillionsOfKeysOnStandardInput_StreamInConstantMemory()
    {
        ToolRun run = ToolProcess.Bash(
            _folder.Path, "seq -f 'key-%.0f-of-many' 4000000 | ringperf balance --nodes 5 --keys-file - --zipf 1 --format json", ("DOTNET_GCHeapHardLimit", "0x1800000")).Succeeded();

        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(4_000_000, document.RootElement.GetProperty("keySummary").GetProperty("keys").GetInt64());
    }

    [Fact]
    public void Balance_Out_WritesBothFormsAndWhatMadeThem()
    {
        string folder = _folder.Of("out");

        ToolRun run = ToolRun.Of("balance", "--keys", "10", "--format", "csv", "--out", folder).Succeeded();

        Assert.Equal(["balance.csv", "balance.json", "ringperf.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(run.Output, File.ReadAllBytes(Path.Combine(folder, "balance.csv")));
        Assert.Equal(ToolRun.Of("balance", "--keys", "10", "--format", "json").Output, File.ReadAllBytes(Path.Combine(folder, "balance.json")));
        Assert.Equal(["out"], _folder.Entries);
    }

    [Fact]
    public void Balance_BadKeysOnStandardInput_WriteNoFolder()
    {
        ToolRun.WithInput([0xff], "balance", "--keys-file", "-", "--out", _folder.Of("a/b/out")).AssertBadInput("standard input", "line 1");

        Assert.Empty(_folder.Entries);
    }

    private static JsonElement Weighted(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of(["balance", "--format", "json", .. args]).Succeeded().Output);
        Assert.Equal(["nodes", "summary", "keySummary", "loadSummary"], document.RootElement.EnumerateObject().Select(property => property.Name));
        return document.RootElement.Clone();
    }

    private static JsonElement Json(params string[] args)
    {
        ToolRun run = ToolRun.Of(["balance", "--format", "json", .. args]).Succeeded();
        Assert.NotEqual(0xef, run.Output[0]);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(["nodes", "summary", "keySummary"], document.RootElement.EnumerateObject().Select(property => property.Name));
        return document.RootElement.Clone();
    }
}
