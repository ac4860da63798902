using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Etcd.Leases;

namespace RingPerf.Coordination.Etcd.Tests.Leases;

public sealed class MemberLeaseTests
{
    [Fact]
    public async Task EveryUse_NoLease_ThrowsBeforeAnythingIsSent()
    {
        EtcdOptions options = EtcdOptions.Of(new DriverSettings(BackendUrl.Parse("etcd3+http://h"), MemberId.FromText("a")));
        using var connection = new EtcdConnection(options, TimeProvider.System);
        var lease = new MemberLease(connection, 1);
        Func<Task>[] uses =
        [
            () => Task.FromResult(lease.Id),
            () => lease.KeepAliveAsync(CancellationToken.None),
            () => lease.BeatAsync(CancellationToken.None),
        ];

        foreach (Func<Task> use in uses)
        {
            var error = await Assert.ThrowsAsync<DriverStateException>(use);
            Assert.Equal("The driver was stopped while the operation was under way.", error.Message);
        }
    }
}
