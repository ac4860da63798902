namespace RingPerf.Benchmarks.Running;

/// <summary>Threads that read and change a structure while a benchmark reads it.</summary>
internal sealed class OtherThreads : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _threads = [];

    /// <summary>A thread that reads without pause, and one that makes a change, pauses for a millisecond, and again.</summary>
    internal static OtherThreads Start(Action read, Action change)
    {
        var threads = new OtherThreads();
        threads.Start(read);
        threads.Start(() =>
        {
            change();
            threads._stop.Token.WaitHandle.WaitOne(Pause);
        });
        return threads;
    }

    public void Dispose()
    {
        _stop.Cancel();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _stop.Dispose();
    }

    private void Start(Action step)
    {
        var thread = new Thread(() =>
        {
            while (!_stop.IsCancellationRequested)
            {
                step();
            }
        })
        { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }
}
