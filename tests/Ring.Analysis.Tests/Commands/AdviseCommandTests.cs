using System.Text.Json;
using RingPerf.Repo.Tests;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class AdviseCommandTests : IDisposable
{
    private static readonly string[] Quick = ["advise", "--nodes", "5", "--target", "1.4", "--confidence", "0.9", "--seeds", "100"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Advise_Json_HasTheAnswerAndItsCost()
    {
        JsonElement advice = Json(Quick);

        Assert.Equal((5, 1.4, 0.9), (advice.GetProperty("nodes").GetInt32(), advice.GetProperty("target").GetDouble(), advice.GetProperty("confidence").GetDouble()));
        int replicas = advice.GetProperty("replicas").GetInt32();
        Assert.InRange(replicas, advice.GetProperty("replicasLow").GetInt32(), advice.GetProperty("replicasHigh").GetInt32());
        Assert.Equal(["p05", "median", "p95"], advice.GetProperty("achieved").EnumerateObject().Select(property => property.Name));
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(1);
        Assert.Equal(
            new HashRing([.. Enumerable.Range(0, 5).Select(_ => uuids.Next().ToString())], replicas).MemoryBytes, advice.GetProperty("bytes").GetInt64());
        Assert.InRange(advice.GetProperty("buildMs").GetProperty("median").GetDouble(), 1e-4, 1000);
        Assert.InRange(advice.GetProperty("lookupNs").GetProperty("median").GetDouble(), 1, 100_000);
        Assert.Equal("measured here", advice.GetProperty("times").GetProperty("source").GetString());
        Assert.InRange(advice.GetProperty("within").GetProperty("high").GetDouble(), 0.9, 1);
    }

    [Fact]
    public void Advise_Achieved_IsTheSweepOfTheSameRings()
    {
        JsonElement advice = Json(Quick);
        using JsonDocument sweep = JsonDocument.Parse(ToolRun.Of(
            "sweep", "--nodes", "5", "--replicas", $"{advice.GetProperty("replicas")}", "--seeds", "100", "--format", "json").Output);

        Assert.Equal(sweep.RootElement.GetProperty("cells")[0].GetProperty("peakToMean").GetRawText(), advice.GetProperty("achieved").GetRawText().Replace("\n  ", "\n      ", StringComparison.Ordinal));
    }

    // Labels of one name differ in their last digits only, which CRC-32 turns into the same few differences for every node.
    [Fact]
    public void Advise_HashWorseThanTheLaw_SaysSo()
    {
        ToolRun run = ToolRun.Of("advise", "--nodes", "10", "--target", "1.3", "--seeds", "50", "--hash", "crc32");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Matches("^ringperf: random points keep a peak-to-mean of 1.3 with [0-9]+ replicas, but crc32 does not with [0-9]+; take another --hash$", run.ErrorLines[^1]);
    }

    [Fact]
    public void Advise_Out_WritesBothForms()
    {
        ToolRun run = ToolRun.Of([.. Quick, "--format", "csv", "--out", _folder.Of("out")]).Succeeded();

        Assert.Equal(["advise.csv", "advise.json", "ringperf.json"], Directory.GetFiles(_folder.Of("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(run.Output, File.ReadAllBytes(_folder.Of("out/advise.csv")));
        List<string[]> rows = CsvParser.Parse(run.Text);
        Assert.Equal(rows[0].Length, Assert.Single(rows.Skip(1)).Length);
        Assert.Equal(["searching …", "drawing rings …", "measuring …"], run.ErrorLines);
    }

    [Fact]
    public void Advise_Table_FitsEightyColumns()
    {
        ToolRun run = ToolRun.Of(Quick).Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Matches("^[0-9]+ replicas a node \\([0-9]+ to [0-9]+ at 95 %\\)\nkeep peak-to-mean at 1.4 or less on 5 nodes with confidence 90.0 %.\n", run.Text);
    }

    [Fact]
    public void Advise_BoundOutOfReach_IsAFailedRun()
    {
        ToolRun run = ToolRun.Of("advise", "--nodes", "3", "--target", "1.00001");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Equal(
            "ringperf: no ring of up to 1000000000 points on 3 nodes keeps a peak-to-mean of 1.00001 with confidence 0.95; take a greater --target", run.ErrorLines[^1]);
    }

    [Fact]
    public void Advise_Profile_CountsItsReplicas()
    {
        int points = Json(Quick).GetProperty("replicas").GetInt32();
        JsonElement ketama = Json([.. Quick, "--profile", "ketama"]);
        using JsonDocument sweep = JsonDocument.Parse(ToolRun.Of(
            "sweep", "--nodes", "5", "--replicas", $"{ketama.GetProperty("replicas")}", "--seeds", "100", "--profile", "ketama", "--format", "json").Output);

        Assert.InRange(ketama.GetProperty("replicas").GetInt32() * 4, points * 0.8, points * 1.3);
        Assert.Equal(
            sweep.RootElement.GetProperty("cells")[0].GetProperty("peakToMean").GetProperty("median").GetDouble(),
            ketama.GetProperty("achieved").GetProperty("median").GetDouble());
    }

    // 5 nodes of R replicas lie between rings of 10 and 1000 points; straight on logarithmic axes.
    [Fact]
    public void Advise_Results_GoesBetweenTheNextRings()
    {
        string results = Results((10, 1, 2000, 20), (1, 1000, 30_000, 25), (10, 100, 90_000, 40), (10, 10_000, 1e6, 90));

        JsonElement advice = Json([.. Quick, "--results", results]);

        double part = Math.Log(5.0 * advice.GetProperty("replicas").GetInt32() / 10) / Math.Log(100);
        Assert.Equal(0.002 * Math.Pow(45, part), advice.GetProperty("buildMs").GetProperty("median").GetDouble(), 1e-12);
        Assert.Equal(20 * Math.Pow(2, part), advice.GetProperty("lookupNs").GetProperty("median").GetDouble(), 1e-9);
        Assert.Equal(18 * Math.Pow(2, part), advice.GetProperty("lookupNs").GetProperty("p05").GetDouble(), 1e-9);
        JsonElement times = advice.GetProperty("times");
        Assert.Equal((results, "A Processor, .NET 10.0.1"), (times.GetProperty("source").GetString(), times.GetProperty("machine").GetString()));
        Assert.Equal(["10 × 1", "10 × 100"], times.GetProperty("buildRings").EnumerateArray().Select(ring => ring.GetString()));
        Assert.Equal(["10 × 1", "10 × 100"], times.GetProperty("lookupRings").EnumerateArray().Select(ring => ring.GetString()));
    }

    [Fact]
    public void Advise_ResultsOfTheVeryPoints_AreTakenAsTheyAre()
    {
        int replicas = Json(Quick).GetProperty("replicas").GetInt32();
        string results = Results((1, 5 * replicas, 1, 1), (5, replicas, 7000, 33));

        JsonElement advice = Json([.. Quick, "--results", results]);

        Assert.Equal((0.007, 33.0), (advice.GetProperty("buildMs").GetProperty("median").GetDouble(), advice.GetProperty("lookupNs").GetProperty("median").GetDouble()));
        Assert.Equal(36.3, advice.GetProperty("lookupNs").GetProperty("p95").GetDouble(), 1e-9);
        Assert.Equal([$"5 × {replicas}"], advice.GetProperty("times").GetProperty("lookupRings").EnumerateArray().Select(ring => ring.GetString()));
    }

    [Theory]
    [InlineData("--hash", "xxhash3")]
    [InlineData("--profile", "tooz")]
    [InlineData("--seed", "3")]
    public void Advise_ResultsWithoutSuchARing_HaveNoTimes(string option, string value)
    {
        string results = Results((1, 1, 2000, 20), (1, 2, 3000, 21));

        ToolRun run = ToolRun.Of([.. Quick, option, value, "--results", results]).Succeeded();

        Assert.Contains("? ms to build, ? ns a lookup\ntimes: ", run.Text, StringComparison.Ordinal);
        Assert.Contains("to build: the results have no such ring\n", run.Text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Json([.. Quick, option, value, "--results", results]).GetProperty("lookupNs").ValueKind);
    }

    [Fact]
    public void Advise_CommittedResults_AreRead()
    {
        ToolRun run = ToolRun.Of([.. Quick, "--results", Path.Combine(Repository.Root, "results", "amd-epyc-family-26-model-2")]).Succeeded();

        Assert.Matches("cost: [0-9,]+ bytes, [0-9.]+ ms to build, [0-9.]+ ns a lookup\ntimes: ", run.Text);
        Assert.Contains("a lookup: ", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_BadResults_AreNamed()
    {
        ToolRun.Of("advise", "--results", "no-such-folder").AssertBadInput("no-such-folder");
        ToolRun.Of("advise", "--results", _folder.Path).AssertBadInput(_folder.Path);
    }

    [Fact]
    public void Advise_Cache_ChangesNoByteAndSavesTheDraws()
    {
        string[] asked = [.. Quick, "--format", "json", "--results", Results((1, 1, 2000, 20), (10, 1000, 3000, 21))];
        ToolRun without = ToolRun.Of(asked).Succeeded();

        ToolRun first = Cached(asked).Succeeded();
        ToolRun second = Cached(asked).Succeeded();
        ToolRun anew = Cached([.. asked, "--no-cache"]).Succeeded();

        Assert.Equal(["searching …", "drawing rings …"], first.ErrorLines);
        Assert.Empty(second.ErrorLines);
        Assert.Equal(first.ErrorLines, anew.ErrorLines);
        Assert.All((ToolRun[])[first, second, anew], run => Assert.Equal(without.Output, run.Output));
        Assert.Single(Directory.GetFileSystemEntries(CacheFolder));
    }

    [Theory]
    [InlineData("--nodes", "6")]
    [InlineData("--target", "1.41")]
    [InlineData("--confidence", "0.91")]
    [InlineData("--seeds", "101")]
    [InlineData("--seed", "2")]
    [InlineData("--hash", "xxhash3")]
    [InlineData("--labels", "python-bytes")]
    [InlineData("--collisions", "canonical")]
    [InlineData("--profile", "tooz")]
    public void Advise_CacheOfOtherInput_IsNotTaken(string option, string value)
    {
        string results = Results((1, 1, 2000, 20));
        string[] asked = [.. Quick, "--results", results];
        Cached(asked).Succeeded();
        int place = Array.IndexOf(asked, option);
        string[] changed = place < 0 ? [.. asked, option, value] : [.. asked[..place], option, value, .. asked[(place + 2)..]];

        Assert.Equal(["searching …", "drawing rings …"], Cached(changed).Succeeded().ErrorLines);
        Assert.Equal(2, Directory.GetFiles(CacheFolder).Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1)]
    [InlineData(0.99, 'x')]
    [InlineData(0.01, 'x')]
    public void Advise_DamagedCache_IsWrittenAnew(double part, int last)
    {
        string[] asked = [.. Quick, "--format", "json", "--results", Results((1, 1, 2000, 20), (10, 1000, 3000, 21))];
        byte[] answer = Cached(asked).Succeeded().Output;
        string file = Assert.Single(Directory.GetFiles(CacheFolder));
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, Damaged(whole, part, last));

        ToolRun run = Cached(asked).Succeeded();

        Assert.Equal(["searching …", "drawing rings …"], run.ErrorLines);
        Assert.Equal(answer, run.Output);
        Assert.Equal(whole, File.ReadAllBytes(Assert.Single(Directory.GetFileSystemEntries(CacheFolder))));
    }

    [Fact]
    public void Advise_CacheThatCannotBeWritten_AnswersAllTheSame()
    {
        File.WriteAllText(CacheFolder, "a file where the folder would be");

        Assert.StartsWith("replicas a node", Cached(Quick).Succeeded().Text[(Json(Quick).GetProperty("replicas").GetRawText().Length + 1)..], StringComparison.Ordinal);
    }

    [UnixFact]
    public void Executable_Cache_IsWhereXdgSays()
    {
        (string, string) cache = ("XDG_CACHE_HOME", _folder.Of("xdg"));
        string command = $"ringperf {string.Join(' ', Quick)} --format json --results '{Results((1, 1, 2000, 20), (10, 1000, 3000, 21))}'";

        ToolRun first = ToolProcess.Bash(_folder.Path, command, cache, ("DOTNET_PROCESSOR_COUNT", "1")).Succeeded();
        ToolRun second = ToolProcess.Bash(_folder.Path, command, cache).Succeeded();
        ToolRun third = ToolProcess.Bash(_folder.Path, command + " --no-cache", cache, ("DOTNET_PROCESSOR_COUNT", "5")).Succeeded();

        Assert.Single(Directory.GetFiles(_folder.Of("xdg/ringperf")));
        Assert.Equal("", second.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(first.Output, third.Output);
    }

    [Theory]
    [InlineData("--target", "1", "\"1\"; it must be a number above 1")]
    [InlineData("--target", "-2", "\"-2\"")]
    [InlineData("--target", "NaN", "\"NaN\"")]
    [InlineData("--confidence", "1", "\"1\"; it must be a number above 0 and below 1")]
    [InlineData("--confidence", "0", "\"0\"; it must be a number above 0 and below 1")]
    [InlineData("--confidence", "95%", "\"95%\"")]
    [InlineData("--nodes", "0", "from 1")]
    [InlineData("--nodes", "1000001", "is 1000001; it must be at most 1000000")]
    [InlineData("--seeds", "19", "from 20")]
    public void Advise_BadOption_IsNamed(string option, string value, string named) => ToolRun.Of("advise", option, value).AssertBadInput(option, named);

    private static byte[] Damaged(byte[] whole, double part, int last)
    {
        byte[] damaged = whole[..(int)(whole.Length * part)];
        return last switch
        {
            'x' => [.. damaged, (byte)'x', .. whole[Math.Min(whole.Length, damaged.Length + 1)..]],
            > 0 => [.. damaged, (byte)' '],
            < 0 => damaged[..^1],
            _ => damaged,
        };
    }

    private string CacheFolder => _folder.Of("cache");

    private ToolRun Cached(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int code = Tool.Run(args, new ToolStreams(Stream.Null, output, error, 80, false, CacheFolder));
        return new ToolRun(code, output.ToArray(), error.ToString());
    }

    // Rows of both suites: nodes, replicas, ns to build and ns a lookup, three iterations 10 % round the median.
    private string Results(params (int Nodes, int Replicas, double Build, double Lookup)[] rings)
    {
        string folder = _folder.Of("results");
        Directory.CreateDirectory(folder);
        Write("Build", "BuildBenchmarks", "HashRing", ring => ring.Build);
        Write("Lookup", "SingleLookupBenchmarks", "md5/utf8", ring => ring.Lookup);
        return folder;

        void Write(string name, string type, string title, Func<(int Nodes, int Replicas, double Build, double Lookup), double> time) => File.WriteAllText(
            Path.Combine(folder, $"{name}-report-full.json"),
            JsonSerializer.Serialize(new
            {
                HostEnvironmentInfo = new { ProcessorName = "A Processor", RuntimeVersion = ".NET 10.0.1 (10.0.1, 42)" },
                Benchmarks = rings.Select(ring => new
                {
                    Type = type,
                    MethodTitle = title,
                    Parameters = $"Nodes={ring.Nodes}&Replicas={ring.Replicas}",
                    Statistics = new
                    {
                        Mean = time(ring),
                        Median = time(ring),
                        StandardError = 0.1,
                        N = 3,
                        OriginalValues = (double[])[time(ring), time(ring) * (8 / 9.0), time(ring) * 10 / 9],
                    },
                }),
            }));
    }

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of([.. args, "--format", "json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }
}
