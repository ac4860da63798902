using Microsoft.Extensions.DependencyInjection;

namespace RingPerf.Coordination;

/// <summary>A driver that a builder added to the coordinator of one name.</summary>
internal sealed record DriverRegistration(string Scheme, Func<IServiceProvider, DriverSettings, ICoordinationDriver> Factory)
{
    internal static CoordinationDriverRegistry BuildRegistry(IServiceProvider services, string name)
    {
        var registry = new CoordinationDriverRegistry();
        foreach (DriverRegistration driver in services.GetKeyedServices<DriverRegistration>(name))
        {
            registry.Add(driver.Scheme, settings => driver.Factory(services, settings));
        }

        return registry;
    }
}
