namespace RingPerf.Coordination.InMemory;

/// <summary>Adds the driver of <c>memory://</c> URLs.</summary>
public static class InMemoryRegistryExtensions
{
    /// <summary>Adds the driver of <c>memory://</c> URLs.</summary>
    /// <param name="registry">The registry.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoordinationDriverRegistry AddInMemory(this CoordinationDriverRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Add(InMemoryDriver.Scheme, static settings => new InMemoryDriver(settings));
    }
}
