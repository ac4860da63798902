using Microsoft.Extensions.Hosting;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>How the run ends.</summary>
internal sealed class WorkerRun(IHostApplicationLifetime lifetime, int agents)
{
    private int _agents = agents;

    /// <summary>What made the run fail; null where nothing did.</summary>
    internal string? Failure { get; private set; }

    /// <summary>An agent has left for good; the last one ends the run.</summary>
    internal void Leave()
    {
        if (Interlocked.Decrement(ref _agents) == 0)
        {
            lifetime.StopApplication();
        }
    }

    /// <summary>Ends the run as a failed one.</summary>
    internal void Fail(string message)
    {
        Failure ??= message;
        lifetime.StopApplication();
    }
}
