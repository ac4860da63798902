using RingPerf.Coordination.Redis;
using StackExchange.Redis;

namespace RingPerf.Coordination;

/// <summary>Adds the driver of <c>redis://</c> URLs to a host.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds the driver of <c>redis://</c> URLs, with connections of its own.</summary>
    /// <param name="builder">The coordinator's builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddRedisDriver(this IPartitionCoordinatorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddDriver(RedisDriver.Scheme, static (_, settings) => new RedisDriver(settings));
    }

    /// <summary>Adds the driver of <c>redis://</c> URLs on the host's own connection, which outlives the driver.</summary>
    /// <param name="builder">The coordinator's builder.</param>
    /// <param name="multiplexer">Gives the connection; called as the driver is made.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddRedisDriver(
        this IPartitionCoordinatorBuilder builder, Func<IServiceProvider, IConnectionMultiplexer> multiplexer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return builder.AddDriver(RedisDriver.Scheme, (services, settings) => new RedisDriver(settings, multiplexer(services)));
    }
}
