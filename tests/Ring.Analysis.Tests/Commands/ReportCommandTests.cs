using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private static readonly string[] Files =
    [
        "arc-lengths.csv", "balance.csv", "balance.json", "collisions.csv", "collisions.json", "index.html", "movement-keys.csv", "movement-ranges.csv",
        "movement-shares.csv", "movement.csv", "movement.json", "plots/arc-lengths.png", "plots/arc-lengths.svg", "plots/movement.png",
        "plots/movement.svg", "plots/ownership.png", "plots/ownership.svg", "plots/replicas.png", "plots/replicas.svg", "plots/ring.png",
        "plots/ring.svg", "ring.csv", "ringperf.json", "sweep.csv", "sweep.json",
    ];

    private static readonly string[] Timed =
    [
        "advise.csv", "advise.json", "compare.csv", "compare.json", "plots/compare-balance.png", "plots/compare-balance.svg",
        "plots/compare-lookup.png", "plots/compare-lookup.svg", "plots/compare-strays.png", "plots/compare-strays.svg",
    ];

    private static readonly string[] Untimed = ["--without", "advise", "--without", "compare"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_OwnNodesAndKeys_HasEveryFileAndOneTruth()
    {
        string nodes = _folder.Write("it's nodes", WeirdNames.File);
        string keys = _folder.Write("keys", WeirdNames.File);
        string[] ring = ["--nodes-file", nodes, "--replicas", "20", "--labels", "python-bytes"];
        string[] input = [.. ring, "--keys-file", keys];

        ToolRun run = ToolRun.Of(["report", .. input, "--seeds", "100", "--out", _folder.Of("out"), .. Untimed]).Succeeded();

        Assert.Equal(Files, FilesOf("out"));
        Assert.All(Files, file => Assert.NotEqual([0xef, 0xbb, 0xbf], File.ReadAllBytes(_folder.Of($"out/{file}"))[..3]));
        Assert.Equal(["it's nodes", "keys", "out"], _folder.Entries);
        Assert.Equal(ToolRun.Of(["balance", .. input, "--format", "json"]).Output, File.ReadAllBytes(_folder.Of("out/balance.json")));
        Assert.Equal(ToolRun.Of(["balance", .. input, "--format", "csv"]).Output, File.ReadAllBytes(_folder.Of("out/balance.csv")));
        Assert.Equal(ToolRun.Of(["collisions", .. ring, "--format", "json"]).Output, File.ReadAllBytes(_folder.Of("out/collisions.json")));
        Assert.Equal(ToolRun.Of(["collisions", .. ring, "--format", "csv"]).Output, File.ReadAllBytes(_folder.Of("out/collisions.csv")));
        AssertPageShowsTheShares();
        AssertArcsAreThoseOfTheBalance();
        AssertSweep();
        Assert.All(
            Files.Where(file => file.EndsWith(".png", StringComparison.Ordinal)),
            file => PngRendererTests.AssertShowsChart(File.ReadAllBytes(_folder.Of($"out/{file}")), file, !file.Contains("ring.png", StringComparison.Ordinal)));

        string[] lines = run.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal($"Report: {_folder.Of("out/index.html")}", lines[3]);
        Assert.Equal(["drawing rings …", "writing plots …"], run.ErrorLines);
    }

    [Fact]
    public void Report_Links_LeadToFilesOfTheFolder()
    {
        ToolRun.Of(["report", "--nodes", "3", "--keys", "10", "--seeds", "100", "--out", _folder.Of("out"), .. Untimed]).Succeeded();

        string page = File.ReadAllText(_folder.Of("out/index.html"));
        string[] links = [.. Regex.Matches(page, "(?:href|src)=\"([^\"]*)\"").Select(match => match.Groups[1].Value).Where(link => link != "data:,")];
        Assert.True(links.Length >= 16);
        Assert.All(links.Where(link => !link.StartsWith('#')), link => Assert.True(File.Exists(_folder.Of($"out/{link}")), link));
        Assert.All(links.Where(link => link.StartsWith('#')), link => Assert.Contains($" id=\"{link[1..]}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Report_EveryPart_ShowsWhatItsFilesHold()
    {
        string results = RingPerf.Analysis.Tests.Inputs.MachineResultsTests.Write(_folder, "results of mine");
        ToolRun.Of(
            "report", "--nodes", "4", "--keys", "1000", "--replicas", "20", "--seeds", "100", "--add", "late one", "--remove", "node-2",
            "--results", results, "--out", _folder.Of("out")).Succeeded();

        string page = WebUtility.HtmlDecode(File.ReadAllText(_folder.Of("out/index.html")));
        Assert.Equal(
            Files.Concat(Timed).Concat(["benchmarks.csv", "benchmarks.json", "plots/benchmarks.png", "plots/benchmarks.svg"]).Order(StringComparer.Ordinal),
            FilesOf("out"));
        AssertMovement(page);
        JsonElement advice = Json("advise.json");
        Assert.Contains($"<b>{advice.GetProperty("replicas").GetInt32():N0} replicas</b> a node", page, StringComparison.Ordinal);
        Assert.Contains(advice.GetProperty("lookupNs").GetProperty("median").GetDouble().ToString("0.#", CultureInfo.InvariantCulture) + " ns a lookup", page, StringComparison.Ordinal);
        Assert.All(Json("compare.json").GetProperty("algorithms").EnumerateArray(), row => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"<tr><td>{row.GetProperty("name").GetString()}</td><td>{row.GetProperty("peakToMean").GetDouble():0.000} ("),
            page, StringComparison.Ordinal));
        Assert.All(Json("benchmarks.json").GetProperty("rows").EnumerateArray(), row => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"<td>{row.GetProperty("benchmark").GetString()}</td><td>{row.GetProperty("medianNs").GetDouble():N1}</td>"),
            page, StringComparison.Ordinal));
    }

    [UnixFact]
    public void Executable_CommandsBelowThePlots_ComputeTheirFilesAgain()
    {
        string nodes = _folder.Write("it's $HOME; `nodes`", "a\nb\t2\nc d\n-e\n");
        ToolProcess.Tool(
            _folder.Path, ["report", "--nodes-file", nodes, "--keys", "100", "--seeds", "100", "--replicas", "3", "--seed", "7", "--out", "out", .. Untimed]).Succeeded();
        string page = File.ReadAllText(_folder.Of("out/index.html"));
        (string Plot, string Document)[] parts = [("ownership", "balance"), ("movement", "movement"), ("replicas", "sweep")];

        foreach ((string plot, string document) in parts)
        {
            string command = WebUtility.HtmlDecode(
                Regex.Match(page, $"plots/{plot}\\.svg.*?<details><summary>Command</summary><code>(.*?)</code>", RegexOptions.Singleline).Groups[1].Value);

            ToolProcess.Bash(_folder.Path, $"{command} --format json > again.json").Succeeded();

            Assert.Equal(File.ReadAllBytes(_folder.Of($"out/{document}.json")), File.ReadAllBytes(_folder.Of("again.json")));
        }
    }

    [Fact]
    public void Report_BadParts_AreRefused()
    {
        ToolRun.Of("report", "--without", "plots").AssertBadInput("--without", "\"plots\"", "advise, compare");
        ToolRun.Of("report", "--results", _folder.Path).AssertBadInput(_folder.Path);
        ToolRun.Of("report", "--remove", "not there").AssertBadInput("--remove", "not there");
    }

    [Theory]
    [InlineData("report")]
    [InlineData("balance")]
    [InlineData("owners")]
    public void Report_RingWithoutPoints_IsRefused(string command) =>
        ToolRun.Of(command, "--profile", "ketama", "--nodes", "41", "--replicas", "1").AssertBadInput("--replicas", "41 nodes of 1 replicas have no point under ketama");

    [Fact]
    public void Report_ReplicaCountWithoutPoints_IsLeftOut()
    {
        string nodes = _folder.Write("nodes", string.Join('\n', Enumerable.Range(0, 40).Select(i => $"node-{i}").Append("heavy\t9")));
        string[] args = ["report", "--profile", "ketama", "--keys", "10", "--seeds", "100", "--out", _folder.Of("out"), .. Untimed];

        ToolRun.Of([.. args, "--nodes", "41"]).Succeeded();

        Assert.Equal(2, Json("sweep.json").GetProperty("cells")[0].GetProperty("replicas").GetInt32());
        Assert.Contains(
            "Rings of so many nodes of equal weight have no points with as few replicas",
            ToolRun.Of([.. args, "--nodes-file", nodes, "--replicas", "1"]).Succeeded().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Again_ReplacesTheFolder()
    {
        string[] args = ["report", "--nodes", "2", "--keys", "10", "--replicas", "2", "--seeds", "100", "--out", _folder.Of("out"), .. Untimed];
        ToolRun.Of(args).Succeeded();
        _folder.Write("out/stale", "");
        File.Delete(_folder.Of("out/ring.csv"));

        ToolRun.Of(args).Succeeded();

        Assert.Equal(Files, FilesOf("out"));
        Assert.Equal(["out"], _folder.Entries);
    }

    [Fact]
    public void Report_SameSeed_IsTheSameToTheByte()
    {
        foreach (string name in (string[])["first", "second"])
        {
            ToolRun.Of(["report", "--nodes", "4", "--keys", "100", "--replicas", "5", "--seeds", "100", "--out", _folder.Of(name), .. Untimed]).Succeeded();
        }

        // The page and the run's description name the folder.
        Assert.All(Files.Except(["index.html", "ringperf.json"]), file =>
            Assert.Equal(File.ReadAllBytes(_folder.Of($"first/{file}")), File.ReadAllBytes(_folder.Of($"second/{file}"))));
    }

    [Fact]
    public void Report_BadInput_LeavesTheEarlierReport()
    {
        string output = _folder.Of("out");
        ToolRun.Of(["report", "--nodes", "2", "--keys", "10", "--replicas", "2", "--seeds", "100", "--out", output, .. Untimed]).Succeeded();
        byte[] page = File.ReadAllBytes(_folder.Of("out/index.html"));

        ToolRun.Of("report", "--seeds", "5", "--out", output).AssertBadInput("--seeds");
        ToolRun.Of("report", "--nodes-file", "no-such-file", "--out", output).AssertBadInput("no-such-file");
        ToolRun.Of("report", "--font", _folder.Of("out/index.html"), "--out", output).AssertBadInput("--font", "index.html", "TrueType or OpenType font with Latin letters");
        ToolRun.WithInput([0xff], "report", "--keys-file", "-", "--out", output).AssertBadInput("standard input");

        Assert.Equal(["out"], _folder.Entries);
        Assert.Equal(page, File.ReadAllBytes(_folder.Of("out/index.html")));
    }

    [Fact]
    public void Report_FoldersItMustNotTouch_AreRefused()
    {
        string file = _folder.Write("file", "text");
        Directory.CreateDirectory(_folder.Of("theirs"));
        _folder.Write("theirs/data", "text");

        ToolRun.Of("report", "--out", file).AssertBadInput("--out", file, "it must be a folder");
        ToolRun.Of("report", "--out", _folder.Of("file/below")).AssertBadInput("--out", "file/below");
        ToolRun.Of("report", "--out", _folder.Of("theirs")).AssertBadInput("--out", "theirs", "name a new or an empty folder");

        Assert.Equal(["file", "theirs"], _folder.Entries);
        Assert.Equal("text", File.ReadAllText(_folder.Of("theirs/data")));
    }

    [UnixFact]
    public void Report_FolderThatCannotBeMade_IsRefused() => ToolRun.Of("report", "--out", "/dev/null/x/y").AssertBadInput("--out", "/dev/null/x/y");

    [UnixFact]
    public void Executable_NoArguments_ReportsIntoTheFolderItStandsIn()
    {
        using var elsewhere = new TestFolder();

        ToolRun run = ToolProcess.Bash(elsewhere.Path, "ringperf && ls").Succeeded();

        Assert.Equal("ringperf-report", run.Text.TrimEnd('\n').Split('\n')[^1]);
        string page = File.ReadAllText(elsewhere.Of("ringperf-report/index.html"));
        Assert.Contains("<code>ringperf report</code>", page, StringComparison.Ordinal);
        Assert.Contains("package names of Debian 12", page, StringComparison.Ordinal);
        Assert.Equal(Files.Concat(Timed).Order(StringComparer.Ordinal), FilesOf(elsewhere.Of("ringperf-report")));
    }

    [UnixFact]
    public void Executable_CommandOnThePage_MakesItAgain()
    {
        string nodes = _folder.Write("it's $HOME; `nodes`", "a\nb\nc\n");
        ToolProcess.Tool(_folder.Path, ["report", "--nodes-file", nodes, "--keys", "10", "--seeds", "100", "--replicas", "3", .. Untimed]).Succeeded();
        string page = File.ReadAllText(_folder.Of("ringperf-report/index.html"));
        string command = WebUtility.HtmlDecode(Regex.Match(page, "<dt>command</dt><dd><code>(.*?)</code>").Groups[1].Value);
        Directory.Delete(_folder.Of("ringperf-report"), recursive: true);

        ToolProcess.Bash(_folder.Path, command).Succeeded();

        Assert.Equal(page, File.ReadAllText(_folder.Of("ringperf-report/index.html")));
    }

    [UnixFact]
    public void Executable_EndedByASignal_LeavesNothing()
    {
        foreach (string signal in (string[])["-INT", "-TERM"])
        {
            string[] args = [ToolProcess.ToolPath, "report", "--nodes", "500", "--keys", "10", "--out", "made/for/it"];
            using Process process = ToolProcess.Start("dotnet", args, _folder.Path);
            process.StandardInput.Close();

            // The folder is made before the first ring is drawn.
            Assert.Equal("drawing rings …", process.StandardError.ReadLine());
            Assert.Equal(["made"], _folder.Entries);
            ToolProcess.Run("/bin/kill", [signal, $"{process.Id}"]).Succeeded();
            ToolRun run = ToolProcess.Finish(process);

            Assert.NotEqual(0, run.Code);
            Assert.Equal("", run.Text);
            Assert.Equal("", run.Error);
            Assert.Empty(_folder.Entries);
        }
    }

    [MountFact]
    public void Executable_NoFonts_LeavesOutPngAndSaysSo()
    {
        ToolRun run = WithoutFonts("report --nodes 3 --keys 100 --seeds 100 --without advise --without compare --out out");

        Assert.Equal(0, run.Code);
        string warning = run.ErrorLines[^1];
        Assert.Contains("no TrueType font was found, so PNG plots are left out", warning, StringComparison.Ordinal);
        Assert.Contains("fonts-dejavu-core", warning, StringComparison.Ordinal);
        Assert.Contains("--font FILE", warning, StringComparison.Ordinal);
        Assert.Equal(Files.Where(file => !file.EndsWith(".png", StringComparison.Ordinal)), FilesOf("out"));
        string page = File.ReadAllText(_folder.Of("out/index.html"));
        Assert.DoesNotContain(".png", page, StringComparison.Ordinal);
        Assert.Equal(6, Regex.Count(page, "<svg "));
        Assert.Contains(">node-2</text>", File.ReadAllText(_folder.Of("out/plots/ownership.svg")), StringComparison.Ordinal);
    }

    [MountFact]
    public void Executable_NoFontsButOneNamed_DrawsPngWithText()
    {
        string[] fonts = Directory.GetFiles("/usr/share/fonts", "DejaVuSans.ttf", SearchOption.AllDirectories);
        File.Copy(Assert.Single(fonts), _folder.Of("my font.ttf"));

        ToolRun run = WithoutFonts("report --nodes 3 --keys 100 --seeds 100 --without advise --without compare --out out --font 'my font.ttf'");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("TrueType", run.Error, StringComparison.Ordinal);
        Assert.Equal(Files, FilesOf("out"));
        Assert.All(
            (string[])["ownership", "replicas", "arc-lengths", "movement", "ring"],
            name => PngRendererTests.AssertShowsChart(File.ReadAllBytes(_folder.Of($"out/plots/{name}.png")), name, name != "ring"));
    }

    private ToolRun WithoutFonts(string command) => ToolProcess.Run(
        "/usr/bin/unshare",
        ["-m", "sh", "-c", $"mount -t tmpfs none /usr/share/fonts && exec {ToolProcess.Command} {command}"],
        _folder.Path,
        ("HOME", _folder.Path));

    private string[] FilesOf(string name) =>
    [
        .. Directory.GetFiles(_folder.Of(name), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Of(name), file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    private JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_folder.Of($"out/{name}")));
        return document.RootElement.Clone();
    }

    private void AssertMovement(string page)
    {
        JsonElement movement = Json("movement.json");
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"If node-2 goes and late one comes, {movement.GetProperty("moved").GetDouble():P3} of the circle has another owner, in {movement.GetProperty("rangeCount").GetInt64():N0} ranges, and {movement.GetProperty("keysMoved").GetInt64():N0} of the 1,000 keys; the least possible for these shares is {movement.GetProperty("least").GetDouble():P3}."),
            page, StringComparison.Ordinal);
        Assert.DoesNotContain("is an example", page, StringComparison.Ordinal);
        Assert.Equal(movement.GetProperty("keysMoved").GetInt64(), CsvParser.Parse(File.ReadAllText(_folder.Of("out/movement-keys.csv"))).Count - 1);
        Assert.Equal(movement.GetProperty("rangeCount").GetInt64(), CsvParser.Parse(File.ReadAllText(_folder.Of("out/movement-ranges.csv"))).Count - 1);
        Assert.All(movement.GetProperty("flows").EnumerateArray(), flow => Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<tr><td>{flow.GetProperty("from").GetString()}</td><td>{flow.GetProperty("to").GetString()}</td><td>{flow.GetProperty("share").GetDouble():P4}</td>"),
            page, StringComparison.Ordinal));
    }

    private void AssertPageShowsTheShares()
    {
        string page = File.ReadAllText(_folder.Of("out/index.html"));
        JsonElement[] nodes = [.. Json("balance.json").GetProperty("nodes").EnumerateArray()];
        Assert.Equal(WeirdNames.All.Length, nodes.Length);
        Assert.All(nodes, node =>
        {
            string share = node.GetProperty("share").GetDouble().ToString("P3", CultureInfo.InvariantCulture);
            string name = WebUtility.HtmlEncode(RingPerf.Analysis.Inputs.PrintableText.Of(node.GetProperty("node").GetString()!));
            Assert.Contains(
                $"<tr><td>{name}</td><td>{node.GetProperty("points")}</td><td>{share}</td>", page, StringComparison.Ordinal);
        });
    }

    private void AssertArcsAreThoseOfTheBalance()
    {
        List<string[]> arcs = CsvParser.Parse(File.ReadAllText(_folder.Of("out/ring.csv")));
        Assert.Equal(["position", "node", "arc start", "arc length"], arcs[0]);
        Assert.Equal(1L << 32, arcs.Skip(1).Sum(arc => long.Parse(arc[3], CultureInfo.InvariantCulture)));
        var lengths = arcs.Skip(1).GroupBy(arc => arc[1]).ToDictionary(
            group => group.Key, group => group.Sum(arc => long.Parse(arc[3], CultureInfo.InvariantCulture)));
        Assert.All(Json("balance.json").GetProperty("nodes").EnumerateArray(), node => Assert.Equal(
            lengths[node.GetProperty("node").GetString()!] / 4294967296.0, node.GetProperty("share").GetDouble()));
    }

    private void AssertSweep()
    {
        JsonElement[] cells = [.. Json("sweep.json").GetProperty("cells").EnumerateArray()];
        List<string[]> rows = CsvParser.Parse(File.ReadAllText(_folder.Of("out/sweep.csv")));
        Assert.Equal([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], cells.Select(cell => cell.GetProperty("replicas").GetInt32()));
        Assert.Equal(cells.Length, rows.Count - 1);
        foreach ((JsonElement cell, string[] row) in cells.Zip(rows.Skip(1)))
        {
            Assert.Equal((WeirdNames.All.Length, 100), (cell.GetProperty("nodes").GetInt32(), cell.GetProperty("seeds").GetInt32()));
            Assert.Equal(row[1], cell.GetProperty("replicas").GetRawText());
            Assert.Equal(row[4], cell.GetProperty("peakToMean").GetProperty("median").GetRawText());
            Assert.Equal(row[9], cell.GetProperty("cv").GetProperty("p05").GetRawText());
        }
    }
}
