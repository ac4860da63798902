using Microsoft.Extensions.DependencyInjection;

namespace RingPerf.Coordination;

internal sealed class PartitionCoordinatorBuilder(string name, IServiceCollection services) : IPartitionCoordinatorBuilder
{
    public string Name => name;

    public IServiceCollection Services => services;

    public IPartitionCoordinatorBuilder AddDriver(string scheme, Func<IServiceProvider, DriverSettings, ICoordinationDriver> factory)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(factory);
        services.AddKeyedSingleton(name, new DriverRegistration(scheme, factory));
        return this;
    }
}
