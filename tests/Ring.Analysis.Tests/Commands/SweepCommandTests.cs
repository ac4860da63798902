using System.Diagnostics;
using System.Text.Json;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class SweepCommandTests : IDisposable
{
    private static readonly string[] Small = ["sweep", "--nodes", "10,2", "--replicas", "10,1,10", "--seeds", "20"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_Json_HasACellAPairInOrder()
    {
        JsonElement[] cells = [.. Json(Small).GetProperty("cells").EnumerateArray()];

        Assert.Equal([(2, 1), (2, 10), (10, 1), (10, 10)], cells.Select(cell => (cell.GetProperty("nodes").GetInt32(), cell.GetProperty("replicas").GetInt32())));
        Assert.All(cells, cell =>
        {
            Assert.Equal(20, cell.GetProperty("seeds").GetInt32());
            Assert.All((string[])["cv", "peakToMean", "minToMean"], name => Assert.Equal(
                ["p05", "median", "p95"], cell.GetProperty(name).EnumerateObject().Select(property => property.Name)));
            double n = cell.GetProperty("nodes").GetInt32();
            double r = cell.GetProperty("replicas").GetInt32();
            Assert.Equal(Math.Sqrt((n - 1) / ((n * r) + 1)), cell.GetProperty("expectedCv").GetDouble(), 1e-15);
            Assert.Equal(1 / Math.Sqrt(r), cell.GetProperty("inverseRoot").GetDouble(), 1e-15);
        });
    }

    [Fact]
    public void Sweep_OneSeed_IsTheBalanceOfThatRing()
    {
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(42);
        string nodes = _folder.Write("nodes", string.Join('\n', Enumerable.Range(0, 7).Select(_ => uuids.Next())));
        using JsonDocument balance = JsonDocument.Parse(
            ToolRun.Of("balance", "--nodes-file", nodes, "--replicas", "30", "--labels", "python-bytes", "--format", "json").Output);

        JsonElement cell = Json("sweep", "--nodes", "7", "--replicas", "30", "--labels", "python-bytes", "--seeds", "1", "--seed", "42").GetProperty("cells")[0];

        foreach (string name in (string[])["peakToMean", "minToMean", "cv"])
        {
            double expected = balance.RootElement.GetProperty("summary").GetProperty(name).GetDouble();
            Assert.All(cell.GetProperty(name).EnumerateObject(), value => Assert.Equal(expected, value.Value.GetDouble()));
        }

        Assert.Equal(JsonValueKind.Null, cell.GetProperty("shares").GetProperty("uncertainty").ValueKind);
    }

    // The ring of the profile over the same names, its theory by its points.
    [Theory]
    [InlineData("tooz", 8, 8)]
    [InlineData("ketama", 8, 32)]
    [InlineData("uhashring-ketama", 8, 32)]
    public void Sweep_Profile_IsTheBalanceOfItsRing(string profile, int replicas, int points)
    {
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(42);
        string nodes = _folder.Write("nodes", string.Join('\n', Enumerable.Range(0, 8).Select(_ => uuids.Next())));
        using JsonDocument balance = JsonDocument.Parse(
            ToolRun.Of("balance", "--nodes-file", nodes, "--replicas", $"{replicas}", "--profile", profile, "--format", "json").Output);

        JsonElement sweep = Json("sweep", "--nodes", "8", "--replicas", $"{replicas}", "--profile", profile, "--seeds", "1", "--seed", "42");

        JsonElement cell = sweep.GetProperty("cells")[0];
        Assert.Equal(balance.RootElement.GetProperty("summary").GetProperty("cv").GetDouble(), cell.GetProperty("cv").GetProperty("median").GetDouble());
        Assert.Equal((replicas, points), (cell.GetProperty("replicas").GetInt32(), cell.GetProperty("points").GetInt32()));
        Assert.Equal(Math.Sqrt(7 / ((8.0 * points) + 1)), cell.GetProperty("expectedCv").GetDouble(), 1e-15);
        Assert.Equal(1 / Math.Sqrt(points), cell.GetProperty("inverseRoot").GetDouble(), 1e-15);
        Assert.Equal(points / replicas, sweep.GetProperty("pointsAReplica").GetInt32());
        Assert.Equal((int)Math.Ceiling(700 * Math.Log(8) * replicas / points), sweep.GetProperty("rules")[0].GetProperty("replicas").GetInt32());
    }

    [Theory]
    [InlineData("tooz", 25)]
    [InlineData("ketama", 25)]
    public void Sweep_Profile_KeepsItsTheory(string profile, int replicas)
    {
        JsonElement cell = Json("sweep", "--nodes", "64", "--replicas", $"{replicas}", "--profile", profile, "--seeds", "100").GetProperty("cells")[0];

        // Of the cv of 100 rings, which spreads by about 9 %.
        Assert.InRange(cell.GetProperty("cv").GetProperty("median").GetDouble() / cell.GetProperty("expectedCv").GetDouble(), 0.95, 1.04);
    }

    [Fact]
    public void Sweep_ProfileOfFourPoints_SaysSo()
    {
        ToolRun run = ToolRun.Of("sweep", "--nodes", "8", "--replicas", "25", "--profile", "ketama", "--seeds", "3", "--out", _folder.Of("out")).Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Contains("4 a replica", run.Text, StringComparison.Ordinal);
        Assert.Contains("8 nodes: 700 ln n / 4 = 364 replicas", run.Text, StringComparison.Ordinal);
        Assert.Contains("1/√(4R)", File.ReadAllText(_folder.Of("out/plots/sweep.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sweep --profile tooz --hash crc32", "--profile", "--hash")]
    [InlineData("sweep --profile libketama", "--profile", "uhashring-ketama")]
    [InlineData("sweep --profile ketama --nodes 1000 --replicas 300000", "--replicas", "300000")]
    [InlineData("advise --profile ketama --labels python-bytes", "--profile", "--labels")]
    public void Sweep_ProfileThatCannotBe_IsNamed(string arguments, params string[] named) =>
        ToolRun.Of(arguments.Split(' ')).AssertBadInput(named);

    [Fact]
    public void Sweep_NoRingWithPoints_SaysSo()
    {
        ToolRun run = ToolRun.Of("sweep", "--profile", "ketama", "--nodes", "41,47", "--replicas", "1", "--seeds", "2");

        Assert.Equal((2, ""), (run.Code, run.Text));
        Assert.Equal("ringperf: --replicas: 47 nodes of 1 replicas have no point under ketama; more replicas are needed", run.ErrorLines[^1]);
    }

    [UnixFact]
    public void Executable_OneCoreOrMany_GivesTheSameBytes()
    {
        string command = $"ringperf {string.Join(' ', Small)} --format json";

        ToolRun one = ToolProcess.Bash(_folder.Path, command, ("DOTNET_PROCESSOR_COUNT", "1")).Succeeded();
        ToolRun many = ToolProcess.Bash(_folder.Path, command, ("DOTNET_PROCESSOR_COUNT", "7")).Succeeded();

        Assert.Equal(one.Output, many.Output);
        Assert.Equal(ToolRun.Of([.. Small, "--format", "json"]).Output, many.Output);
    }

    [Fact]
    public void Sweep_Table_FitsEightyColumnsAndShowsThePublishedTable()
    {
        ToolRun run = ToolRun.Of("sweep", "--nodes", "100,1000", "--replicas", "1,10,100", "--seeds", "5").Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Contains("5 rings of random node names a row", run.Text, StringComparison.Ordinal);
        Assert.Contains("1,000 nodes: 700 ln n = 4,836 replicas for a peak-to-mean of 1.05", run.Text, StringComparison.Ordinal);
        Assert.Contains("0.9979060", run.Text, StringComparison.Ordinal);
        Assert.Contains("0.37–1.98", run.Text, StringComparison.Ordinal);
        Assert.Contains("drawing rings …", run.ErrorLines);
    }

    [Fact]
    public void Sweep_CountsWithoutPublishedRows_LeavesTheirTableOut() =>
        Assert.DoesNotContain("Lamping", ToolRun.Of("sweep", "--nodes", "3", "--replicas", "7", "--seeds", "2").Succeeded().Text, StringComparison.Ordinal);

    [Fact]
    public void Sweep_Out_WritesTablesAndPlots()
    {
        ToolRun run = ToolRun.Of([.. Small, "--format", "csv", "--out", _folder.Of("out")]).Succeeded();

        Assert.Equal(run.Output, File.ReadAllBytes(_folder.Of("out/sweep.csv")));
        Assert.Equal(ToolRun.Of([.. Small, "--format", "json"]).Output, File.ReadAllBytes(_folder.Of("out/sweep.json")));
        List<string[]> rows = CsvParser.Parse(run.Text);
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        PngRendererTests.AssertShowsChart(File.ReadAllBytes(_folder.Of("out/plots/sweep.png")), "sweep", true);
        Assert.Contains(">2 nodes</text>", File.ReadAllText(_folder.Of("out/plots/sweep.svg")), StringComparison.Ordinal);
        Assert.Contains("\"command\": \"ringperf sweep --nodes 10,2", File.ReadAllText(_folder.Of("out/ringperf.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nodes", "0", "from 1")]
    [InlineData("--nodes", "1,,2", "\"1,,2\"; it must be whole numbers from 1 to 2147483647 with commas between them")]
    [InlineData("--replicas", "1,-10", "\"1,-10\"")]
    [InlineData("--replicas", "ten", "\"ten\"")]
    [InlineData("--replicas", "2000000", "1000 nodes of 2000000 replicas have more points than the 1000000000")]
    [InlineData("--seeds", "0", "from 1")]
    [InlineData("--seed", "-1", "\"-1\"")]
    public void Sweep_BadCounts_AreNamed(string option, string value, string named) =>
        ToolRun.Of("sweep", option, value).AssertBadInput(option, named);

    [UnixFact]
    public void Executable_EndedByASignal_LeavesNothing()
    {
        using Process process = ToolProcess.Start("dotnet", [ToolProcess.ToolPath, "sweep", "--out", "made/for/it"], _folder.Path);
        process.StandardInput.Close();
        Assert.Equal("drawing rings …", process.StandardError.ReadLine());
        Assert.Equal(["made"], _folder.Entries);

        ToolProcess.Run("/bin/kill", ["-INT", $"{process.Id}"]).Succeeded();
        ToolRun run = ToolProcess.Finish(process);

        Assert.NotEqual(0, run.Code);
        Assert.Equal("", run.Text + run.Error);
        Assert.Empty(_folder.Entries);
    }

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of([.. args, "--format", "json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }
}
