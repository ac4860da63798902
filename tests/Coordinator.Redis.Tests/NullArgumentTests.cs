using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests;

public sealed class NullArgumentTests
{
    [Fact]
    public void EveryMember_NullArgument_NamesTheParameter()
    {
        var registry = new CoordinationDriverRegistry();
        var settings = new DriverSettings(BackendUrl.Parse("redis://h"), MemberId.FromText("a"));
        (string Parameter, Action Call)[] calls =
        [
            ("settings", () => _ = new RedisDriver(null!)),
            ("settings", () => _ = new RedisDriver(null!, null!)),
            ("multiplexer", () => _ = new RedisDriver(settings, null!)),
            ("registry", () => ((CoordinationDriverRegistry)null!).AddRedis()),
            ("registry", () => ((CoordinationDriverRegistry)null!).AddRedis(_ => null!)),
            ("multiplexer", () => registry.AddRedis((Func<DriverSettings, IConnectionMultiplexer>)null!)),
            ("builder", () => ((IPartitionCoordinatorBuilder)null!).AddRedisDriver()),
            ("builder", () => ((IPartitionCoordinatorBuilder)null!).AddRedisDriver(_ => null!)),
            ("multiplexer", () => new Builder().AddRedisDriver(null!)),
        ];

        Assert.All(calls, call => Assert.Throws<ArgumentNullException>(call.Parameter, call.Call));
        Assert.Empty(registry.Schemes);
    }

    private sealed class Builder : IPartitionCoordinatorBuilder
    {
        public string Name => "";

        public Microsoft.Extensions.DependencyInjection.IServiceCollection Services => throw new NotSupportedException();

        public IPartitionCoordinatorBuilder AddDriver(string scheme, Func<IServiceProvider, DriverSettings, ICoordinationDriver> factory) =>
            throw new NotSupportedException();
    }
}
