namespace RingPerf.Samples.PartitionedWorker.Tests;

/// <summary>What the worker refuses, inside this process.</summary>
public sealed class WorkerToolTests : IDisposable
{
    private readonly string _items = Path.GetTempFileName();

    [Theory]
    [InlineData("", "--group is missing; it is required")]
    [InlineData("--group|", "--group is missing; it is required")]
    [InlineData("--group|g", "--items is missing; it is required")]
    [InlineData("--group|g|--items|/nosuch", "--items is \"/nosuch\"; it cannot be read: ")]
    [InlineData("--group|g|--items|/", "--items is \"/\"; it cannot be read: ")]
    [InlineData("ITEMS|--poll|0", "--poll is \"0\"; it must be a number of seconds from 0.001 to 86400")]
    [InlineData("ITEMS|--poll|86401", "--poll is \"86401\"; it must be a number of seconds from 0.001 to 86400")]
    [InlineData("ITEMS|--heartbeat|1e1", "--heartbeat is \"1e1\"; it must be a number of seconds from 0.001 to 86400")]
    [InlineData("ITEMS|--leave-after|-1", "--leave-after is \"-1\"; it must be a number of seconds from 0.001 to 86400")]
    [InlineData("ITEMS|--agents|0", "--agents is \"0\"; it must be a whole number from 1 to 1000")]
    [InlineData("ITEMS|--agents|1001", "--agents is \"1001\"; it must be a whole number from 1 to 1000")]
    [InlineData("ITEMS|--labels|nosuch", "--labels is \"nosuch\"; it must be one of python-bytes, plain")]
    [InlineData("ITEMS|--nosuch", "Unrecognized command or argument '--nosuch'.")]
    [InlineData(
        "ITEMS|--backend-url|zk://:secret@h",
        "PartitionCoordinator 'agent-1': BackendUrl cannot be used. No driver is registered for the scheme 'zk'; known schemes: etcd3, etcd3+http, etcd3+https, memory, redis.")]
    [InlineData(
        "ITEMS|--agents|2|--backend-url|zk://:secret@h",
        "PartitionCoordinator 'agent-1': BackendUrl cannot be used. No driver is registered for the scheme 'zk'; ")]
    [InlineData(
        "ITEMS|--backend-url|memory://h?membership_timeout=2",
        "PartitionCoordinator 'agent-1': HeartbeatInterval is 00:00:01; it must be at most ")]
    public async Task Run_BadInput_IsOneLineAndExitCode2(string arguments, string message)
    {
        string[] args = [.. arguments.Replace("ITEMS", $"--group|g|--items|{_items}", StringComparison.Ordinal).Split('|')];

        (int code, string error) = await RunAsync(Stream.Null, args[0].Length == 0 ? [] : args);

        Assert.Equal(2, code);
        Assert.StartsWith($"PartitionedWorker: {message}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(character => character == '\n'));
    }

    [Fact]
    public async Task Run_ItemsNotUtf8_NamesTheByte()
    {
        File.WriteAllBytes(_items, [(byte)'a', (byte)'\n', 0xFF]);

        (int code, string error) = await RunAsync(Stream.Null, "--group", "g", "--items", _items);

        Assert.Equal((2, $"PartitionedWorker: --items is \"{_items}\"; it is not UTF-8 at byte 2\n"), (code, error));
    }

    [Fact]
    public async Task Run_OutputFails_IsOneLineAndExitCode1()
    {
        await using var full = new FullStream();

        (int code, string error) = await RunAsync(full, "--group", "g", "--items", _items, "--poll", "600");

        Assert.Equal((1, "PartitionedWorker: no room left\n"), (code, error));
    }

    public void Dispose() => File.Delete(_items);

    private static async Task<(int Code, string Error)> RunAsync(Stream output, params string[] args)
    {
        await using var error = new StringWriter { NewLine = "\n" };
        int code = await WorkerTool.RunAsync(args, output, error);
        return (code, error.ToString());
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no room left");
    }
}
