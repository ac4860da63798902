namespace RingPerf.Coordination.Etcd;

/// <summary>Adds the driver of <c>etcd3+http://</c>, <c>etcd3+https://</c> and <c>etcd3://</c> URLs.</summary>
public static class EtcdRegistryExtensions
{
    /// <summary>Adds the driver of <c>etcd3+http://</c>, <c>etcd3+https://</c> and <c>etcd3://</c> URLs.</summary>
    /// <param name="registry">The registry.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoordinationDriverRegistry AddEtcd(this CoordinationDriverRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (string scheme in EtcdDriver.Schemes)
        {
            registry.Add(scheme, static settings => new EtcdDriver(settings));
        }

        return registry;
    }
}
