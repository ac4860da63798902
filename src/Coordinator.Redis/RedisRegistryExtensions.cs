using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>Adds the driver of <c>redis://</c> URLs.</summary>
public static class RedisRegistryExtensions
{
    /// <summary>Adds the driver of <c>redis://</c> URLs, each with connections of its own.</summary>
    /// <param name="registry">The registry.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoordinationDriverRegistry AddRedis(this CoordinationDriverRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Add(RedisDriver.Scheme, static settings => new RedisDriver(settings));
    }

    /// <summary>Adds the driver of <c>redis://</c> URLs on connections of the caller's, who disposes them after the drivers.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="multiplexer">Gives the connection for a driver; called as each driver is made.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoordinationDriverRegistry AddRedis(
        this CoordinationDriverRegistry registry, Func<DriverSettings, IConnectionMultiplexer> multiplexer)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(multiplexer);
        return registry.Add(RedisDriver.Scheme, settings => new RedisDriver(settings, multiplexer(settings)));
    }
}
