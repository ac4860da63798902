using Microsoft.Extensions.Hosting;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>How the run ends.</summary>
internal sealed class WorkerRun(IHostApplicationLifetime lifetime)
{
    /// <summary>What made the run fail; null where nothing did.</summary>
    internal string? Failure { get; private set; }

    /// <summary>Ends the run as a failed one.</summary>
    internal void Fail(string message)
    {
        Failure ??= message;
        lifetime.StopApplication();
    }
}
