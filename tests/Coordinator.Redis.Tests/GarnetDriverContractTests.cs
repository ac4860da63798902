using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Redis.Tests;

public sealed class GarnetDriverContractTests(SharedGarnet garnet) : DriverContract, IClassFixture<SharedGarnet>
{
    // Time passes for real, so that the server's own expiry is under test.
    protected override TimeSpan Holds => TimeSpan.FromSeconds(2);

    protected override TimeProvider Time => TimeProvider.System;

    protected override ICoordinationDriver Create(MemberId memberId, TimeSpan holds) => Drivers.Create(
        FormattableString.Invariant($"redis://127.0.0.1:{garnet.Port}?timeout=5&membership_timeout={holds.TotalSeconds}"), memberId);

    protected override ICoordinationDriver CreateUnreachable(MemberId memberId) =>
        Drivers.Create($"redis://127.0.0.1:{FreePort.Find()}?timeout=2", memberId);

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);
}
