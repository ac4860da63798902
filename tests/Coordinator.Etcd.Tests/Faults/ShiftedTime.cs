namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>The system's clock, but for a date that is wrong.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    internal TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
