namespace RingPerf.Coordination.Etcd.Tests;

public sealed class NullArgumentTests
{
    [Fact]
    public void EveryMember_NullArgument_NamesTheParameter()
    {
        (string Parameter, Action Call)[] calls =
        [
            ("settings", () => _ = new EtcdDriver(null!)),
            ("registry", () => ((CoordinationDriverRegistry)null!).AddEtcd()),
            ("builder", () => ((IPartitionCoordinatorBuilder)null!).AddEtcdDriver()),
        ];

        Assert.All(calls, call => Assert.Throws<ArgumentNullException>(call.Parameter, call.Call));
    }
}
