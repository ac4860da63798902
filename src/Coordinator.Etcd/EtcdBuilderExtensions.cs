using RingPerf.Coordination.Etcd;

namespace RingPerf.Coordination;

/// <summary>Adds the driver of etcd's URLs to a host.</summary>
public static class EtcdBuilderExtensions
{
    /// <summary>Adds the driver of <c>etcd3+http://</c>, <c>etcd3+https://</c> and <c>etcd3://</c> URLs.</summary>
    /// <param name="builder">The coordinator's builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddEtcdDriver(this IPartitionCoordinatorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (string scheme in EtcdDriver.Schemes)
        {
            builder.AddDriver(scheme, static (_, settings) => new EtcdDriver(settings));
        }

        return builder;
    }
}
