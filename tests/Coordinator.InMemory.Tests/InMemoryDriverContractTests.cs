using RingPerf.Coordination.Contract;

namespace RingPerf.Coordination.InMemory.Tests;

public sealed class InMemoryDriverContractTests : DriverContract
{
    private readonly SteppedTime _time = new();

    protected override TimeProvider Time => _time;

    protected override ICoordinationDriver Create(MemberId memberId, TimeSpan holds) =>
        Memory.Driver(_time, memberId, $"memory://contract?membership_timeout={holds.TotalSeconds}");

    protected override ICoordinationDriver CreateUnreachable(MemberId memberId)
    {
        InMemoryStore.Named("unreachable", _time).Faults.IsDown = true;
        return Memory.Driver(_time, memberId, "memory://unreachable");
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Pass(time);
        return Task.CompletedTask;
    }
}
