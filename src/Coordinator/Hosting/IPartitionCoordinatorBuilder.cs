using Microsoft.Extensions.DependencyInjection;

namespace RingPerf.Coordination;

/// <summary>Goes on with what <c>AddPartitionCoordinator</c> began; drivers extend it by <see cref="AddDriver"/>.</summary>
public interface IPartitionCoordinatorBuilder
{
    /// <summary>The coordinator's name, and its key among the services; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>The services that are built.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a driver to this coordinator; the first one added for a scheme stays.</summary>
    /// <param name="scheme">The scheme of its URLs.</param>
    /// <param name="factory">Makes a driver that is not started and holds nothing yet, from the host's services and its settings;
    /// refuses options it does not know by <see cref="BackendUrlException"/>. Also called to validate the options.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    IPartitionCoordinatorBuilder AddDriver(string scheme, Func<IServiceProvider, DriverSettings, ICoordinationDriver> factory);
}
