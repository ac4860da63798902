using System.Text.Json;
using System.Threading.Channels;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>The real tooz and aodh in a Python process, driven by commands; <c>tooz_shell.py</c> lists them.</summary>
public sealed class ToozShell : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _asking = new(1, 1);

    /// <summary>Starts the shell.</summary>
    /// <param name="environment">Variables to add.</param>
    public ToozShell(IReadOnlyDictionary<string, string>? environment = null) =>
        Process = ChildProcess.Start(
            PythonAgent.Interpreter, ["-W", "ignore", PythonAgent.Script("tooz_shell.py")], line => _answers.Writer.TryWrite(line),
            environment);

    public ChildProcess Process { get; }

    /// <summary>Runs one command.</summary>
    /// <returns>What it gave.</returns>
    /// <exception cref="ToozException">It raised.</exception>
    public async Task<JsonElement> RunAsync(params object[] command)
    {
        await _asking.WaitAsync();
        try
        {
            await Process.Input.WriteLineAsync(JsonSerializer.Serialize(command));
            string line = await _answers.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            using var answer = JsonDocument.Parse(line);
            return answer.RootElement.TryGetProperty("error", out JsonElement error)
                ? throw new ToozException(error[0].GetString()!, error[1].GetString()!)
                : answer.RootElement.GetProperty("ok").Clone();
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Runs a command that gives a list of text.</summary>
    public async Task<string[]> ListAsync(params object[] command) =>
        [.. (await RunAsync(command)).EnumerateArray().Select(element => element.GetString()!)];

    /// <summary>Opens and starts a coordinator under a name of its own.</summary>
    public async Task StartAsync(string name, string url, string member)
    {
        await RunAsync("open", name, url, member);
        await RunAsync("start", name);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _asking.Dispose();
    }
}
