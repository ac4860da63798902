namespace RingPerf.Coordination.Servers.Processes;

/// <summary>A server of a test's own: a child process with a folder, ended and frozen as a test wants it.</summary>
public abstract class ServerProcess : IAsyncDisposable
{
    private readonly string _program;
    private readonly TimeSpan _patience;
    private ChildProcess? _process;

    private protected ServerProcess(string program, TimeSpan patience)
    {
        _program = program;
        _patience = patience;
    }

    /// <summary>The running process.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("The server is stopped.");

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>Stops the server in good order: it writes what it keeps.</summary>
    public async Task StopAsync()
    {
        await Process.TerminateAsync(_patience);
        await ForgetProcessAsync();
    }

    /// <summary>Ends the server without a chance to write: SIGKILL.</summary>
    public async Task KillAsync()
    {
        await Process.KillAsync();
        await ForgetProcessAsync();
    }

    /// <summary>Freezes the server: SIGSTOP.</summary>
    public void Pause() => Process.Pause();

    /// <summary>Wakes the server: SIGCONT.</summary>
    public void Resume() => Process.Resume();

    public async ValueTask DisposeAsync()
    {
        await ForgetProcessAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the server answers.</summary>
    internal Task WaitUntilReadyAsync() => Eventually.TrueAsync(IsReadyNowAsync, _patience, () => Process.Log);

    private protected void Run() => _process = ChildProcess.Start(Programs.Find(_program)!, Arguments());

    private protected abstract List<string> Arguments();

    private protected abstract Task<bool> IsReadyAsync();

    private Task<bool> IsReadyNowAsync()
    {
        Assert.False(Process.HasExited, $"{_program} ended: {Process.Log}");
        return IsReadyAsync();
    }

    private async Task ForgetProcessAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }
}
