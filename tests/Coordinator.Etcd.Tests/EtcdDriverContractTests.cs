using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Etcd.Tests;

[EtcdRequirement]
public sealed class EtcdDriverContractTests(SharedEtcd shared) : DriverContract, IClassFixture<SharedEtcd>
{
    // Time passes for real, and etcd removes a lapsed lease up to half a second late: a fifth of this must cover it.
    protected override TimeSpan Holds => TimeSpan.FromSeconds(4);

    protected override TimeProvider Time => TimeProvider.System;

    protected override ICoordinationDriver Create(MemberId memberId, TimeSpan holds) =>
        Drivers.Create(shared.Server.Url($"timeout=10&membership_timeout={holds.TotalSeconds}"), memberId);

    protected override ICoordinationDriver CreateUnreachable(MemberId memberId) =>
        Drivers.Create($"etcd3+http://127.0.0.1:{FreePort.Find()}", memberId);

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);
}
