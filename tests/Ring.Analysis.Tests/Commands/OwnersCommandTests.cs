using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class OwnersCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Owners of r0..r11 on three agents, read off aodh 15.0.0 itself: by str nodes, and by bytes nodes as current fleets have.
    [Theory]
    [InlineData("plain", "1 1 2 2 3 2 3 2 3 1 1 3")]
    [InlineData("python-bytes", "2 2 3 1 1 3 1 2 2 1 1 1")]
    public void Owners_ThreeAgents_AreThoseOfTheOriginal(string labels, string expected)
    {
        string nodes = _folder.Write("nodes", "agent-1\nagent-2\nagent-3");
        string keys = _folder.Write("keys", string.Join('\n', Enumerable.Range(0, 12).Select(i => $"r{i}")));

        ToolRun run = ToolRun.Of("owners", "--nodes-file", nodes, "--keys-file", keys, "--labels", labels).Succeeded();

        string[] owners = expected.Split(' ');
        Assert.Equal(string.Concat(owners.Select((owner, i) => $"r{i}\tagent-{owner}\n")), run.Text);
        Assert.Equal("", run.Error);
    }

    // Keys on the arc that node194 and node204 both hash to (label 13 of one, 77 of the other), from aodh 15.0.0.
    [Theory]
    [InlineData("node194\nnode204\n", "last-wins", "node204")]
    [InlineData("node204\nnode194\n", "last-wins", "node194")]
    [InlineData("node204\nnode194\nnode204\n", "last-wins", "node204")]
    [InlineData("node204\nnode194\n", "canonical", "node204")]
    [InlineData("node194\nnode204\n", "canonical", "node204")]
    public void Owners_SharedPosition_FollowsTheRule(string nodes, string rule, string owner)
    {
        string file = _folder.Write("nodes", nodes);
        byte[] keys = "res-52\nres-339\nres-431\nres-572\nres-672\nres-823\nres-931\n"u8.ToArray();

        ToolRun run = ToolRun.WithInput(keys, "owners", "--nodes-file", file, "--keys-file", "-", "--labels", "python-bytes", "--collisions", rule).Succeeded();

        Assert.All(run.Text.TrimEnd('\n').Split('\n'), line => Assert.EndsWith($"\t{owner}", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Owners_WeirdNamesAndKeys_AgreeWithTheDefinition()
    {
        string nodes = _folder.Write("nodes", WeirdNames.File);
        string[] keys = [.. WeirdNames.All, "", "tab\there", "\t", "last"];
        var oracle = new SlowRing(WeirdNames.All, 7);

        ToolRun run = ToolRun.WithInput(
            Encoding.UTF8.GetBytes(string.Join('\n', keys)), "owners", "--nodes-file", nodes, "--keys-file", "-", "--replicas", "7").Succeeded();

        Assert.Equal(string.Concat(keys.Select(key => $"{key}\t{oracle.Owner(Encoding.UTF8.GetBytes(key))}\n")), run.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n", "")]
    [InlineData("\n\n", "", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\n\n", "a", "")]
    [InlineData("a\r\n\ufeffb\r", "a\r", "\ufeffb\r")]
    [InlineData("\ufeff", "\ufeff")]
    public void Owners_LineEnds_AreLineFeedsOnly(string file, params string[] keys)
    {
        string keysFile = _folder.Write("keys", file);
        string nodes = _folder.Write("nodes", "only\r");

        ToolRun run = ToolRun.Of("owners", "--nodes-file", nodes, "--keys-file", keysFile).Succeeded();

        Assert.Equal(string.Concat(keys.Select(key => $"{key}\tonly\r\n")), run.Text);
    }

    [Fact]
    public void Owners_LinesAcrossTheBuffer_AreWhole()
    {
        // 3 MB of lines of every length round the reader's 256 KB, and one of 5 MB.
        var random = new Random(5);
        var keys = new List<string>();
        foreach (int length in (int[])[(1 << 18) - 2, 1, (1 << 18) - 1, 0, 1 << 18, 3, (1 << 18) + 1, 70_000, 200_000, 5_000_000, 12])
        {
            keys.Add(new string((char)('a' + random.Next(26)), length));
        }

        keys.AddRange(Enumerable.Range(0, 40_000).Select(i => $"key é {i}"));
        string file = _folder.Write("keys", string.Join('\n', keys));
        var oracle = new SlowRing(["node-0", "node-1", "node-2"], 3);

        ToolRun run = ToolRun.Of("owners", "--nodes", "3", "--replicas", "3", "--keys-file", file).Succeeded();

        Assert.Equal(string.Concat(keys.Select(key => $"{key}\t{oracle.Owner(Encoding.UTF8.GetBytes(key))}\n")), run.Text);
    }

    [Fact]
    public void Owners_Json_IsAnArrayOfKeysAndNodes()
    {
        string nodes = _folder.Write("nodes", WeirdNames.File);
        string[] keys = [.. WeirdNames.All, ""];
        byte[] input = Encoding.UTF8.GetBytes(string.Join('\n', keys) + "\n");
        string[] args = ["owners", "--nodes-file", nodes, "--keys-file", "-", "--replicas", "3"];

        ToolRun run = ToolRun.WithInput(input, [.. args, "--format", "json"]).Succeeded();

        using JsonDocument document = JsonDocument.Parse(run.Output);
        string tabbed = string.Concat(document.RootElement.EnumerateArray().Select(entry =>
        {
            Assert.Equal(["key", "node"], entry.EnumerateObject().Select(property => property.Name));
            return $"{entry.GetProperty("key").GetString()}\t{entry.GetProperty("node").GetString()}\n";
        }));
        Assert.Equal(ToolRun.WithInput(input, args).Text, tabbed);
        Assert.NotEqual(0xef, run.Output[0]);
        Assert.EndsWith("]\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Owners_Csv_IsReadBackAsItWas()
    {
        string nodes = _folder.Write("nodes", WeirdNames.File);
        string[] keys = [.. WeirdNames.All, "", "a,b", "\"", "\r"];
        byte[] input = Encoding.UTF8.GetBytes(string.Join('\n', keys));
        string[] args = ["owners", "--nodes-file", nodes, "--keys-file", "-", "--replicas", "3"];

        ToolRun run = ToolRun.WithInput(input, [.. args, "--format", "csv"]).Succeeded();

        List<string[]> records = CsvParser.Parse(run.Text);
        Assert.Equal(["key", "node"], records[0]);
        Assert.Equal(ToolRun.WithInput(input, args).Text, string.Concat(records.Skip(1).Select(record => $"{record[0]}\t{record[1]}\n")));
    }

    [Fact]
    public void Owners_NoKeys_GivesAnEmptyAnswerInEveryForm()
    {
        Assert.Equal("", ToolRun.Of("owners", "--keys-file", "-").Succeeded().Text);
        Assert.Equal("[]\n", ToolRun.Of("owners", "--keys-file", "-", "--format", "json").Succeeded().Text);
        Assert.Equal("key,node\n", ToolRun.Of("owners", "--keys-file", "-", "--format", "csv").Succeeded().Text);
    }

    [Theory]
    [InlineData("md5-platform")]
    [InlineData("md5")]
    public void Owners_EitherMd5_IsTheSame(string hash) =>
        Assert.Equal(ToolRun.Of("owners", "--keys", "500").Text, ToolRun.Of("owners", "--keys", "500", "--hash", hash).Succeeded().Text);

    [Fact]
    public void Owners_PackedKeys_AreTheDefault() =>
        Assert.Equal(63_682, ToolRun.Of("owners").Succeeded().Output.Count(b => b == '\n'));

    [UnixFact]
    public void Executable_PipesAndProcessSubstitution_AreReadOnce()
    {
        ToolRun run = ToolProcess.Bash(
            _folder.Path,
            """
            mkfifo keys nodes
            printf 'x\ny\n' > keys & printf 'a\nb' > nodes &
            ringperf owners --nodes-file nodes --keys-file keys
            ringperf owners --nodes-file <(printf 'a\nb\n') --keys-file <(printf 'x\ny')
            printf 'x\ny' | ringperf owners --nodes-file <(printf 'a\nb\n') --keys-file -
            printf 'x\ny' | ringperf owners --nodes-file <(printf 'a\nb\n') --keys-file /dev/stdin
            """).Succeeded();

        var oracle = new SlowRing(["a", "b"], 100);
        string once = $"x\t{oracle.Owner("x"u8.ToArray())}\ny\t{oracle.Owner("y"u8.ToArray())}\n";
        Assert.Equal(string.Concat(Enumerable.Repeat(once, 4)), run.Text);
        Assert.Equal("", run.Error);
    }

    [UnixFact]
    public void Executable_Spool_LeavesNothingInTheTemporaryFolder()
    {
        using var temporary = new TestFolder();

        ToolRun run = ToolProcess.Bash(
            _folder.Path,
            "seq 50000 | ringperf owners --keys-file - | tail -1; (echo x; echo $'\\xff') | ringperf owners --keys-file -",
            ("TMPDIR", temporary.Path));

        Assert.StartsWith("50000\tnode-", run.Text, StringComparison.Ordinal);
        Assert.Equal(2, run.Code);
        Assert.DoesNotContain(temporary.Entries, entry => entry.StartsWith("ringperf", StringComparison.Ordinal));
    }
}
