using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Etcd.Tests;

public sealed class EtcdDriverContractTests(EtcdFixture etcd) : DriverContract, IClassFixture<EtcdFixture>
{
    protected override TimeProvider Time => TimeProvider.System;

    protected override ICoordinationDriver Create(MemberId memberId, TimeSpan holds) =>
        Drivers.New(etcd.Server.Url($"timeout=10&membership_timeout={holds.TotalSeconds}"), memberId);

    protected override ICoordinationDriver CreateUnreachable(MemberId memberId) =>
        Drivers.New($"etcd3+http://127.0.0.1:{FreePort.Find()}", memberId);

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);
}
