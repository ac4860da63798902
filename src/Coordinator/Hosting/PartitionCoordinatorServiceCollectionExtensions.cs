using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace RingPerf.Coordination;

/// <summary>Adds coordinators to a host, which starts them, keeps them alive and stops them.</summary>
/// <remarks>
/// <para>Each coordinator is a singleton <see cref="PartitionCoordinator"/>, keyed by its name where it has one, with a hosted service
/// that connects, joins <see cref="PartitionCoordinatorOptions.GroupId"/>, sends heartbeats, rejoins, and leaves when the host stops. Add
/// it before the services that poll it, so that it stops after them.</para>
/// <para>Its clock is the <see cref="TimeProvider"/> among the services with the key <see cref="TimeKey"/>, else the one without a key,
/// else the system's. Options are validated when the host starts.</para>
/// <para>A second call of the same name adds to the options of the first.</para>
/// </remarks>
public static class PartitionCoordinatorServiceCollectionExtensions
{
    /// <summary>The key of a <see cref="TimeProvider"/> for coordinators alone.</summary>
    public const string TimeKey = "RingPerf.Coordination";

    /// <summary>Adds the coordinator without a name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets its options.</param>
    /// <returns>The builder, to add drivers by.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddPartitionCoordinator(
        this IServiceCollection services, Action<PartitionCoordinatorOptions> configure) =>
        services.AddPartitionCoordinator(Options.DefaultName, configure);

    /// <summary>Adds the coordinator without a name, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">A section with the names of <see cref="PartitionCoordinatorOptions"/>; times as
    /// <c>hh:mm:ss</c>.</param>
    /// <returns>The builder, to add drivers by.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddPartitionCoordinator(
        this IServiceCollection services, IConfiguration configuration) =>
        services.AddPartitionCoordinator(Options.DefaultName, configuration);

    /// <summary>Adds a coordinator with a name, which is the key of its service.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets its options.</param>
    /// <returns>The builder, to add drivers by.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddPartitionCoordinator(
        this IServiceCollection services, string name, Action<PartitionCoordinatorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        IPartitionCoordinatorBuilder builder = Add(services, name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Adds a coordinator with a name, which is the key of its service, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configuration">A section with the names of <see cref="PartitionCoordinatorOptions"/>; times as
    /// <c>hh:mm:ss</c>.</param>
    /// <returns>The builder, to add drivers by.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPartitionCoordinatorBuilder AddPartitionCoordinator(
        this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        IPartitionCoordinatorBuilder builder = Add(services, name);
        services.Configure<PartitionCoordinatorOptions>(name, configuration);
        return builder;
    }

    internal static PartitionCoordinator FindPartitionCoordinator(this IServiceProvider services, string name) =>
        name.Length == 0
            ? services.GetRequiredService<PartitionCoordinator>()
            : services.GetRequiredKeyedService<PartitionCoordinator>(name);

    internal static PartitionCoordinatorOptions FindPartitionCoordinatorOptions(this IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsMonitor<PartitionCoordinatorOptions>>().Get(name);

    private static PartitionCoordinatorBuilder Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var builder = new PartitionCoordinatorBuilder(name, services);
        bool isKnown = services.Any(
            service => service.ServiceType == typeof(CoordinationDriverRegistry) && Equals(service.ServiceKey, name));
        if (isKnown)
        {
            return builder;
        }

        services.AddOptions<PartitionCoordinatorOptions>(name).ValidateOnStart();
        services.AddKeyedSingleton(name, (provider, _) => DriverRegistration.BuildRegistry(provider, name));
        services.AddSingleton<IValidateOptions<PartitionCoordinatorOptions>>(provider => new PartitionCoordinatorOptionsValidator(
            name, provider.GetRequiredKeyedService<CoordinationDriverRegistry>(name), Time(provider)));
        if (name.Length == 0)
        {
            services.AddSingleton(provider => Create(provider, name));
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => Create(provider, name));
        }

        services.AddSingleton<IHostedService>(provider => new PartitionCoordinatorService(
            provider.FindPartitionCoordinator(name), provider.FindPartitionCoordinatorOptions(name), Time(provider),
            Loggers(provider).CreateLogger<PartitionCoordinatorService>()));
        return builder;
    }

    private static PartitionCoordinator Create(IServiceProvider services, string name) => new(
        services.FindPartitionCoordinatorOptions(name),
        services.GetRequiredKeyedService<CoordinationDriverRegistry>(name),
        Loggers(services),
        Time(services),
        services.GetService<IMeterFactory>());

    private static ILoggerFactory Loggers(IServiceProvider services) =>
        services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;

    private static TimeProvider Time(IServiceProvider services) =>
        services.GetKeyedService<TimeProvider>(TimeKey) ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
}
