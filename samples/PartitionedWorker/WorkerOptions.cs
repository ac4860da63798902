namespace RingPerf.Samples.PartitionedWorker;

/// <summary>What the worker was asked to do; all of it checked.</summary>
internal sealed record WorkerOptions(
    string? BackendUrl,
    string Group,
    string? MemberId,
    int Agents,
    string[] Items,
    TimeSpan Poll,
    TimeSpan Heartbeat,
    LabelFormat Labels,
    TimeSpan? LeaveAfter)
{
    /// <summary>The member id of one agent of several; null for a name drawn at random.</summary>
    internal string? MemberIdOf(int agent) => MemberId is null || Agents == 1 ? MemberId : $"{MemberId}-{agent}";
}
