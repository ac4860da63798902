using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>Heartbeats where etcd has no JSON gateway.</summary>
public sealed class GatewayTests
{
    [EtcdFact]
    public async Task Beat_GatewaySwitchedOff_KeepsTheLeaseAllTheSame()
    {
        await using EtcdServer plain = await EtcdServer.StartAsync(new EtcdServerOptions { Arguments = ["--enable-grpc-gateway=false"] });
        await using EtcdDriver driver = await Drivers.StartAsync(plain.Url("timeout=2"));
        await driver.JoinOrCreateGroupAsync("plain");
        long lease = await LeaseAsync();

        for (int beat = 0; beat < 8; beat++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            Assert.Equal(TimeSpan.FromSeconds(2), await driver.HeartbeatAsync());
        }

        Assert.Equal(lease, await LeaseAsync());

        async Task<long> LeaseAsync() => (await EtcdCtl.DumpAsync(plain.Port, "tooz/groups/plain/a")).Single().Lease;
    }
}
