using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    // Speaks as verify.py does, but owns every point and every key with a node of its own choice.
    private const string Fake = """
        #!/bin/bash
        read -r request
        ANSWER
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonOriginalFact]
    public void Verify_ManyRings_AreEqual()
    {
        string weird = _folder.Write("weird", WeirdNames.File);
        string duplicates = _folder.Write("duplicates", "node204\nnode194\nnode204\n");
        string keys = _folder.Write("keys", WeirdNames.File + "\n" + new string('k', 300_000) + "\ntab\there");
        string[][] runs =
        [
            ["--nodes-file", weird, "--keys-file", keys, "--labels", "python-bytes"],
            ["--nodes-file", weird, "--keys-file", keys, "--labels", "plain", "--replicas", "3", "--collisions", "canonical"],
            ["--nodes-file", duplicates, "--keys", "2000", "--labels", "python-bytes"],
            ["--nodes", "1", "--replicas", "1", "--keys", "0", "--hash", "md5-platform"],
        ];

        Assert.All(runs, args =>
        {
            ToolRun run = ToolRun.Of(["verify", .. args, "--python", PythonOriginalFactAttribute.Interpreter]).Succeeded();
            Assert.Matches("^equal to aodh [0-9.]+ on Python [0-9.]+: [0-9,]+ points and [0-9,]+ keys\n$", run.Text);
        });
    }

    [PythonOriginalFact]
    public void Verify_StandardInput_IsReadByBothSides()
    {
        byte[] keys = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 120_000).Select(i => $"key-{i}\n")));

        ToolRun run = ToolRun.WithInput(
            keys, "verify", "--nodes", "4", "--replicas", "10", "--keys-file", "-",
            "--python", PythonOriginalFactAttribute.Interpreter).Succeeded();

        Assert.EndsWith(": 40 points and 120,000 keys\n", run.Text, StringComparison.Ordinal);
    }

    [PythonOriginalFact]
    public void Verify_Json_TellsWhatWasCompared()
    {
        ToolRun run = ToolRun.Of("verify", "--nodes", "3", "--keys", "100", "--format", "json").Succeeded();

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement result = document.RootElement;
        Assert.Equal(300, result.GetProperty("points").GetInt32());
        Assert.Equal(0, result.GetProperty("pointMismatches").GetInt32());
        Assert.Equal(100, result.GetProperty("keys").GetInt32());
        Assert.Equal(0, result.GetProperty("keyMismatches").GetInt32());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("firstMismatch").ValueKind);
        Assert.StartsWith("aodh ", result.GetProperty("original").GetString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Verify_WrongPoint_IsReported()
    {
        // This original has the greater of the two true points a step too far.
        string points = TruePoints("a", 2, shift: 1);
        string python = Interpreter($"echo '{{\"original\": \"a fake\", \"points\": [{points}]}}'; while read -r n && read -N \"$n\" -r key; do echo 0; done");

        ToolRun run = ToolRun.Of("verify", "--python", python, "--nodes-file", _folder.Write("nodes", "a"), "--replicas", "2", "--keys", "3");

        Assert.Equal(1, run.Code);
        Assert.Equal("", run.Error);
        Assert.StartsWith("DIFFERENT from a fake: 1 points and 0 of 3 keys\nfirst: point 1 is ", run.Text, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Verify_MissingPoints_AreReported()
    {
        string python = Interpreter("echo '{\"original\": \"a fake\", \"points\": []}'; while read -r n && read -N \"$n\" -r key; do echo 0; done");

        ToolRun run = ToolRun.Of("verify", "--python", python, "--nodes", "1", "--replicas", "2", "--keys", "0", "--format", "json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.Code);
        Assert.Equal(2, document.RootElement.GetProperty("pointMismatches").GetInt32());
        Assert.Equal("the ring has 2 points; the original has 0", document.RootElement.GetProperty("firstMismatch").GetString());
    }

    [UnixFact]
    public void Verify_WrongOwner_IsReported()
    {
        string points = TruePoints("a", 2, shift: 0);
        string python = Interpreter($"echo '{{\"original\": \"a fake\", \"points\": [{points}]}}'; while read -r n && read -N \"$n\" -r key; do echo 7; done");

        ToolRun run = ToolRun.Of("verify", "--python", python, "--nodes-file", _folder.Write("nodes", "a"), "--replicas", "2", "--keys", "3");

        Assert.Equal(1, run.Code);
        Assert.Equal(
            "DIFFERENT from a fake: 0 points and 3 of 3 keys\nfirst: key 1 belongs to a; the original says node number 7\n", run.Text);
    }

    [UnixTheory]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"original\": \"a fake\", \"points\": [[]]}")]
    [InlineData("{\"original\": \"a fake\", \"points\": [[-1, 0]]}")]
    public void Verify_OriginalThatGivesNoRing_IsAFailedRunInOneLine(string answer)
    {
        string python = Interpreter($"echo '{answer}'");

        ToolRun run = ToolRun.Of("verify", "--python", python, "--keys", "3");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Equal(
            $"ringperf: {python} answers \"{RingPerf.Analysis.Inputs.PrintableText.Shortened(answer, 40)}\"; it must give the ring of the Python original",
            Assert.Single(run.ErrorLines));
    }

    [UnixTheory]
    [InlineData("; echo nonsense", "the Python original answered \"nonsense\" for a key; it must be the number of a node")]
    [InlineData("; echo -1", "the Python original answered \"-1\" for a key; it must be the number of a node")]
    [InlineData("", "the Python original ended before it answered every key")]
    public void Verify_OriginalThatStopsAnswering_IsAFailedRunInOneLine(string answer, string message)
    {
        string python = Interpreter($"echo '{{\"original\": \"a fake\", \"points\": []}}'{answer}");

        ToolRun run = ToolRun.Of("verify", "--python", python, "--keys", "3");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Equal($"ringperf: {message}", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Verify_RingTheOriginalCannotHave_IsNamed()
    {
        string nodes = _folder.Write("nodes", "a\nheavy one\t2\n");

        ToolRun.Of("verify", "--nodes-file", nodes).AssertBadInput("\"heavy one\" has a weight", "all must be 1");
        ToolRun.Of("verify", "--hash", "xxhash3").AssertBadInput("--hash is \"xxhash3\"", "md5 or md5-platform");
        ToolRun.Of("verify", "--python", "", "--keys", "1").AssertBadInput("--python is empty; it must name an interpreter");
        ToolRun.Of("verify", "--profile", "tooz").AssertBadInput("--profile is \"tooz\"", "must be aodh");
    }

    [UnixFact]
    public void Verify_NoOriginal_SaysWhatToInstall()
    {
        Assert.All(
            (string[])["/bin/false", _folder.Of("no-such-python")],
            python =>
            {
                ToolRun run = ToolRun.Of("verify", "--python", python, "--keys", "3");
                Assert.Equal(1, run.Code);
                Assert.Equal("", run.Text);
                string line = Assert.Single(run.ErrorLines);
                Assert.Contains(python, line, StringComparison.Ordinal);
                Assert.Contains("cannot import aodh.coordination", line, StringComparison.Ordinal);
                Assert.Contains("install python3-aodh, or name an interpreter with --python", line, StringComparison.Ordinal);
                Assert.DoesNotContain("()", line, StringComparison.Ordinal);
            });
    }

    private static string TruePoints(string node, int replicas, uint shift)
    {
        uint[] positions = [.. Enumerable.Range(0, replicas).Select(i => SlowRing.Position(Encoding.UTF8.GetBytes($"{node}-{i}"))).Order()];
        positions[^1] += shift;
        return string.Join(", ", positions.Select(position => $"[{position}, 0]"));
    }

    private string Interpreter(string answer)
    {
        string file = _folder.Write($"python-{Guid.NewGuid()}", Fake.Replace("ANSWER", answer, StringComparison.Ordinal));
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return file;
    }
}
