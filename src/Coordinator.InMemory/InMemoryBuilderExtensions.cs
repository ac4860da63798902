using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination;

/// <summary>Adds the driver of <c>memory://</c> URLs to a host.</summary>
public static class InMemoryBuilderExtensions
{
    /// <summary>Adds the driver of <c>memory://</c> URLs.</summary>
    /// <param name="builder">The coordinator's builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddInMemoryDriver(this IPartitionCoordinatorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddDriver(InMemoryDriver.Scheme, static (_, settings) => new InMemoryDriver(settings));
    }
}
