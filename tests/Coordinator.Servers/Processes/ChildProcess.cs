using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RingPerf.Coordination.Servers.Processes;

/// <summary>A real process, signalled by its id, that does not outlive the tests.</summary>
public sealed partial class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 200;
    private static readonly ConcurrentDictionary<ChildProcess, bool> Alive = [];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Action<string>? _onOutput;

    static ChildProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (ChildProcess child in Alive.Keys)
        {
            child.KillIfAlive();
        }
    };

    private ChildProcess(Process process, Action<string>? onOutput)
    {
        _process = process;
        _onOutput = onOutput;
        Name = Path.GetFileName(process.StartInfo.FileName);
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Standard input, one line flushed at a time.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>The last lines of standard output and standard error, for a failed assertion to show.</summary>
    public string Log => string.Join('\n', _lines);

    /// <summary>Starts a process.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="onOutput">Called for each line of standard output, in order.</param>
    /// <param name="environment">Variables to add.</param>
    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, Action<string>? onOutput = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process, onOutput);
        process.OutputDataReceived += (_, line) => child.Take(line.Data, isOutput: true);
        process.ErrorDataReceived += (_, line) => child.Take(line.Data, isOutput: false);
        process.Start();
        Alive.TryAdd(child, true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.AutoFlush = true;
        return child;
    }

    /// <summary>Sends a signal; a process that has ended is left alone.</summary>
    public void Send(Signal signal)
    {
        if (!HasExited && NativeKill(Id, (int)signal) != 0 && !HasExited)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Freezes the process, as a machine that is suspended: SIGSTOP.</summary>
    public void Pause() => Send(Signal.Stop);

    /// <summary>Wakes a frozen process: SIGCONT.</summary>
    public void Resume() => Send(Signal.Continue);

    /// <summary>Ends the process without a chance to clean up, and waits until it is gone: SIGKILL.</summary>
    public async Task KillAsync()
    {
        Send(Signal.Kill);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the process has ended and all its output was taken.</summary>
    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>Asks the process to end, and waits for its exit code: SIGTERM.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<int> TerminateAsync(TimeSpan timeout)
    {
        Send(Signal.Terminate);
        await _process.WaitForExitAsync().WaitAsync(timeout);
        return ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        KillIfAlive();
        await _process.WaitForExitAsync();
        Alive.TryRemove(this, out _);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int NativeKill(int process, int signal);

    private void KillIfAlive()
    {
        try
        {
            Send(Signal.Kill);
        }
        catch (InvalidOperationException)
        {
            // Disposed meanwhile.
        }
    }

    private void Take(string? line, bool isOutput)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > KeptLines)
        {
            _lines.TryDequeue(out _);
        }

        if (isOutput)
        {
            _onOutput?.Invoke(line);
        }
    }
}
