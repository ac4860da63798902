namespace RingPerf.Analysis.Tests;

public sealed class ToolTests : IDisposable
{
    private static readonly byte[] InvalidUtf8 = [.. "k1\nk"u8, 0xc3, .. "\nk3\n"u8];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bogus", "\"bogus\"", "owners", "balance")]
    [InlineData("--bogus", "\"--bogus\"")]
    [InlineData("", "command \"\"")]
    [InlineData("owners --bogus", "\"--bogus\"", "owners")]
    [InlineData("owners --bogus=3", "\"--bogus=3\"")]
    [InlineData("balance extra", "\"extra\"")]
    [InlineData("owners --out x", "\"--out\"")]
    [InlineData("verify --format csv", "--format", "\"csv\"", "table, json")]
    [InlineData("owners --hash sha1", "--hash", "\"sha1\"", "md5", "crc32")]
    [InlineData("owners --labels bytes", "--labels", "\"bytes\"", "plain, python-bytes")]
    [InlineData("balance --collisions first", "--collisions", "\"first\"", "last-wins, canonical")]
    [InlineData("balance --format JSON", "--format", "\"JSON\"", "table, json, csv")]
    [InlineData("balance --replicas 0", "--replicas", "\"0\"", "from 1 to 2147483647")]
    [InlineData("balance --replicas -5", "--replicas", "\"-5\"")]
    [InlineData("balance --replicas 1.5", "--replicas", "\"1.5\"")]
    [InlineData("balance --replicas 99999999999", "--replicas", "\"99999999999\"")]
    [InlineData("balance --nodes 2 --replicas 2147483647", "--replicas", "4294967294")]
    [InlineData("compare --nodes 2 --replicas 2000000000", "--replicas", "2 nodes of 2000000000 replicas", "1000000000")]
    [InlineData("balance --nodes 0", "--nodes", "\"0\"", "from 1")]
    [InlineData("balance --keys -1", "--keys", "\"-1\"", "from 0")]
    [InlineData("balance --seed -1", "--seed", "\"-1\"", "from 0 to 18446744073709551615")]
    [InlineData("report --seed 18446744073709551616", "--seed", "18446744073709551616")]
    [InlineData("report --seeds 99", "--seeds", "\"99\"", "from 100")]
    [InlineData("report --seeds many", "--seeds", "\"many\"")]
    [InlineData("balance --nodes 3 --nodes-file nodes", "--nodes and --nodes-file exclude each other")]
    [InlineData("balance --keys 3 --keys-file keys", "--keys and --keys-file exclude each other")]
    [InlineData("balance --replicas 5 --replicas 6", "--replicas")]
    [InlineData("balance --nodes-file a --nodes-file b", "--nodes-file")]
    [InlineData("balance --replicas", "--replicas")]
    [InlineData("balance --replicas --format json", "--replicas", "--format")]
    [InlineData("balance --keys-file --nodes 5", "--keys-file", "--nodes")]
    [InlineData("verify --hash crc32", "--hash", "\"crc32\"", "md5")]
    [InlineData("balance --nodes-file no-such-file", "--nodes-file", "no-such-file")]
    [InlineData("balance --keys-file no-such-file", "--keys-file", "no-such-file")]
    [InlineData("owners --keys-file no/such/folder", "--keys-file", "no/such/folder")]
    [InlineData("report --font no-such-font", "--font", "no-such-font")]
    public void Run_BadArguments_NamesThemInOneLine(string arguments, params string[] named) =>
        ToolRun.Of(arguments.Split(' ')).AssertBadInput(named);

    [Theory]
    [InlineData("--nodes-file")]
    [InlineData("--keys-file")]
    [InlineData("--font")]
    [InlineData("--out")]
    public void Run_EmptyPath_SaysSo(string option) => ToolRun.Of("report", option, "").AssertBadInput($"{option} is empty");

    [Theory]
    [InlineData("--nodes-file")]
    [InlineData("--keys-file")]
    [InlineData("--font")]
    public void Run_FolderInsteadOfFile_NamesIt(string option) =>
        ToolRun.Of("report", option, _folder.Path).AssertBadInput(option, _folder.Path, option == "--font" ? "there is no file" : "it is a folder");

    [Theory]
    [InlineData("--nodes-file")]
    [InlineData("--keys-file")]
    public void Run_PathThatNoFileCanHave_IsNamed(string option)
    {
        ToolRun.Of("balance", option, "a\0b").AssertBadInput($"{option}: a\\u0000b cannot be read: ");
        ToolRun.Of("balance", option, new string('x', 5000)).AssertBadInput($"{option}: xxx", "xxx cannot be read: ");
    }

    [UnreadableFileFact]
    public void Run_FileThatMayNotBeRead_IsNamed() => Assert.All(
        (string[])["--nodes-file", "--keys-file"],
        option => ToolRun.Of("balance", option, UnreadableFileFactAttribute.Path)
            .AssertBadInput($"{option}: {UnreadableFileFactAttribute.Path} cannot be read: access denied"));

    [Fact]
    public void Run_UrlInTheWrongPlace_KeepsItsPasswordToItself()
    {
        ToolRun run = ToolRun.Of("balance", "redis://:s3cret@h");

        run.AssertBadInput("balance has no argument \"redis://***\"", "balance --help");
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no nodes")]
    [InlineData("\n", "line 1 is empty")]
    [InlineData("a\n\nb\n", "line 2 is empty")]
    [InlineData("a\nb\n\n", "line 3 is empty")]
    [InlineData("a\nb\t0\n", "line 2", "\"0\"", "above 0")]
    [InlineData("a\tb", "line 1", "\"b\"")]
    [InlineData("a\t", "line 1", "\"\"")]
    [InlineData("a\t1e999", "line 1", "1e999")]
    [InlineData("a\tNaN", "line 1", "NaN")]
    [InlineData("a\t-1", "line 1", "-1")]
    [InlineData("a\t2 ", "line 1", "2 ")]
    [InlineData("\t2", "line 1", "no name")]
    public void Run_BadNodeFile_NamesFileAndLine(string nodes, params string[] named)
    {
        string file = _folder.Write("nodes", nodes);
        Assert.All(
            (string[])["owners", "balance", "collisions", "verify", "report", "movement"],
            command => ToolRun.Of(command, "--nodes-file", file).AssertBadInput([file, .. named]));
    }

    [Fact]
    public void Run_InvalidUtf8InNodes_NamesFileAndLine()
    {
        string file = _folder.Write("nodes", InvalidUtf8);
        ToolRun.Of("owners", "--nodes-file", file).AssertBadInput(file, "line 2", "UTF-8");
    }

    [Theory]
    [InlineData("owners")]
    [InlineData("balance")]
    [InlineData("verify")]
    public void Run_InvalidUtf8InKeys_NamesFileAndLine(string command)
    {
        string file = _folder.Write("keys", InvalidUtf8);
        ToolRun.Of(command, "--keys-file", file).AssertBadInput(file, "line 2", "UTF-8");
    }

    [Theory]
    [InlineData("owners")]
    [InlineData("balance")]
    [InlineData("verify")]
    public void Run_InvalidUtf8OnStandardInput_NamesItsLine(string command) =>
        ToolRun.WithInput(InvalidUtf8, command, "--keys-file", "-").AssertBadInput("standard input", "line 2", "UTF-8");

    [Fact]
    public void Run_InvalidUtf8FarBehindGoodKeys_PrintsNothing()
    {
        byte[] keys = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a key\n", 200_000))), 0xff];
        ToolRun.WithInput(keys, "owners", "--keys-file", "-").AssertBadInput("standard input", "line 200001");
    }

    [Fact]
    public void Run_FileNameWithControls_StaysOneLine() =>
        ToolRun.Of("owners", "--nodes-file", "no\nsuch\u001b[31m\rfile").AssertBadInput("no such\\u001b[31m");

    [Fact]
    public void Run_Help_NamesEveryCommand()
    {
        ToolRun run = ToolRun.Of("--help").Succeeded();
        Assert.All(
            (string[])["owners", "balance", "movement", "sweep", "advise", "compare", "collisions", "verify", "report"],
            command => Assert.Contains(command, run.Text, StringComparison.Ordinal));
        Assert.Equal("", run.Error);
        Assert.All(run.Text.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("owners")]
    [InlineData("balance")]
    [InlineData("collisions")]
    [InlineData("verify")]
    [InlineData("report")]
    [InlineData("sweep")]
    [InlineData("movement")]
    [InlineData("advise")]
    [InlineData("compare")]
    public void Run_HelpOfACommand_FitsEightyColumns(string command)
    {
        ToolRun run = ToolRun.Of(command, "--help").Succeeded();
        Assert.Contains("--nodes", run.Text, StringComparison.Ordinal);
        Assert.All(run.Text.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("owners")]
    [InlineData("owners --format json")]
    [InlineData("owners --format csv")]
    [InlineData("balance")]
    [InlineData("balance --format json")]
    [InlineData("collisions")]
    [InlineData("--help")]
    public void Run_OutputThatFails_IsOneLineAndAFailedRun(string arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        int code = Tool.Run(arguments.Split(' '), new ToolStreams(Stream.Null, new FullDisk(), error, 80, false));

        Assert.Equal("ringperf: standard output cannot be written: the disk is full\n", error.ToString());
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData(typeof(IOException), "standard output cannot be written: the pipe broke")]
    [InlineData(typeof(UnauthorizedAccessException), "standard output cannot be written: the pipe broke")]
    [InlineData(typeof(OutOfMemoryException), "not enough memory for a ring of this size")]
    public void Run_FlushThatFails_IsOneLineAndAFailedRun(Type type, string message)
    {
        var failure = (Exception)Activator.CreateInstance(type, "the pipe broke")!;

        (int code, string error) = Run(new Failing(flush: failure));

        Assert.Equal((1, $"ringperf: {message}\n"), (code, error));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public void Run_InputThatFails_IsOneLineAndAFailedRun(Type type)
    {
        var failure = (Exception)Activator.CreateInstance(type, "the line is dead")!;

        (int code, string error) = Run(Stream.Null, new Failing(read: failure));

        Assert.Equal((1, "ringperf: the line is dead\n"), (code, error));
    }

    [UnixFact]
    public void Executable_ReaderThatLeaves_SeesNoStackTrace()
    {
        ToolRun run = ToolProcess.Bash(_folder.Path, "ringperf owners --keys 300000 | head -1; ringperf balance --nodes 3000 | head -2 | wc -l");

        string[] lines = run.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches("^[0-9a-f-]{36}\tnode-[0-9]$", lines[0]);
        Assert.Equal("2", lines[1].Trim());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Executable_ClosedOutput_IsOneLine()
    {
        ToolRun run = ToolProcess.Bash(_folder.Path, "ringperf owners --keys 3 >&-");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("ringperf: standard output cannot be written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Executable_BadInput_ExitsWithTwo()
    {
        ToolRun.Of("owners", "--nodes-file", "no-such-file").AssertBadInput();
        ToolProcess.Tool(_folder.Path, "owners", "--nodes-file", "no-such-file").AssertBadInput("--nodes-file", "no-such-file");
    }

    private static (int Code, string Error) Run(Stream output, Stream? input = null)
    {
        using var error = new StringWriter { NewLine = "\n" };
        int code = Tool.Run(["owners", "--keys-file", "-"], new ToolStreams(input ?? new MemoryStream("key\n"u8.ToArray()), output, error, 80, false));
        return (code, error.ToString());
    }

    private sealed class Failing(Exception? read = null, Exception? flush = null) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => read is null ? base.Read(buffer) : throw read;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void CopyTo(Stream destination, int bufferSize)
        {
            if (read is not null)
            {
                throw read;
            }

            base.CopyTo(destination, bufferSize);
        }

        public override void Flush()
        {
            if (flush is not null)
            {
                throw flush;
            }
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("the disk is full");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("the disk is full");
    }
}
