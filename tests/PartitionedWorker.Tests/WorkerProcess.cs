using System.Diagnostics;
using System.Globalization;

namespace RingPerf.Samples.PartitionedWorker.Tests;

/// <summary>The worker as a process of its own, with 200 items; killed where a test leaves it running.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _items = Path.GetTempFileName();

    private WorkerProcess(string arguments)
    {
        File.WriteAllLines(_items, Items);
        string worker = Path.Combine(AppContext.BaseDirectory, "PartitionedWorker.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            Arguments = $"\"{worker}\" {arguments.Replace("ITEMS", $"\"{_items}\"", StringComparison.Ordinal)}",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        Error = _process.StandardError.ReadToEndAsync();
    }

    internal static string[] Items { get; } = [.. Enumerable.Range(0, 200).Select(i => $"res-{i}")];

    /// <summary>All of standard error, when the process has ended.</summary>
    internal Task<string> Error { get; }

    internal static WorkerProcess Start(string arguments) => new(arguments);

    /// <summary>The next poll that was printed; null at the end.</summary>
    internal async Task<PollLine?> ReadAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line ? PollLine.Parse(line) : null;

    internal async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    internal void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        File.Delete(_items);
    }
}
