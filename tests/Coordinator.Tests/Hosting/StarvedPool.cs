namespace RingPerf.Coordination.Tests;

/// <summary>Work that blocks every thread of the pool, and more of it than the pool adds threads for in the time of a test.</summary>
internal sealed class StarvedPool : IDisposable
{
    private const int Items = 256;

    private readonly ManualResetEventSlim _release = new();
    private readonly CountdownEvent _running = new(Items);
    private volatile bool _hasRoom;

    internal StarvedPool()
    {
        for (int i = 0; i < Items; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Block(), null);
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => _hasRoom = true, null);
    }

    /// <summary>Whether work that was queued behind all the blocking one has run.</summary>
    internal bool HasRoom => _hasRoom;

    public void Dispose()
    {
        _release.Set();
        _running.Wait();
        _release.Dispose();
        _running.Dispose();
    }

    private void Block()
    {
        _release.Wait();
        _running.Signal();
    }
}
