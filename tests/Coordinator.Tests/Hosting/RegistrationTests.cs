using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination.Tests;

public sealed class RegistrationTests
{
    private const string Url = "memory://registration";

    [Fact]
    public async Task AddPartitionCoordinator_WithoutAName_IsOneSingletonWithOneHostedService()
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator(options => options.BackendUrl = Url).AddInMemoryDriver();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<PartitionCoordinator>(), provider.GetRequiredService<PartitionCoordinator>());
        Assert.Single(provider.GetServices<IHostedService>());
    }

    [Fact]
    public async Task AddPartitionCoordinator_Twice_AddsToTheOptionsAlone()
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator(options => options.BackendUrl = Url).AddInMemoryDriver();
        services.AddPartitionCoordinator(options => options.GroupId = "g").AddInMemoryDriver();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<PartitionCoordinator>());
        Assert.Single(provider.GetServices<IHostedService>());
        PartitionCoordinatorOptions options = provider.GetRequiredService<IOptions<PartitionCoordinatorOptions>>().Value;
        Assert.Equal((Url, "g"), (options.BackendUrl, options.GroupId));
    }

    [Fact]
    public async Task AddPartitionCoordinator_Names_AreKeyedAndHaveDriversOfTheirOwn()
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator("a", options => (options.BackendUrl, options.GroupId) = (Url, "group-a")).AddInMemoryDriver();
        services.AddPartitionCoordinator("b", options => (options.BackendUrl, options.GroupId) = ("own://h", "group-b"))
            .AddDriver("own", (_, settings) => new InMemoryDriver(settings with { Url = BackendUrl.Parse(Url) }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        foreach (IHostedService service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        foreach (string name in (string[])["a", "b"])
        {
            var coordinator = provider.GetRequiredKeyedService<PartitionCoordinator>(name);
            Assert.Equal($"group-{name}", coordinator.GroupId);
            Assert.Equal(["x"], await coordinator.ExtractMySubsetAsync(null, ["x"], item => item));
        }

        Assert.Null(provider.GetService<PartitionCoordinator>());
        Assert.Equal(["memory"], provider.GetRequiredKeyedService<CoordinationDriverRegistry>("a").Schemes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("named")]
    public void AddPartitionCoordinator_Configuration_BindsEveryOption(string name)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["c:BackendUrl"] = Url,
            ["c:GroupId"] = "g",
            ["c:MemberId"] = "m",
            ["c:Labels"] = "Plain",
            ["c:Replicas"] = "7",
            ["c:Weight"] = "2.5",
            ["c:HeartbeatInterval"] = "00:00:02",
            ["c:CheckWatchersInterval"] = "00:00:03",
            ["c:RetryBackoff"] = "00:00:04",
            ["c:MaxRetryInterval"] = "00:00:05",
            ["c:StartTimeout"] = "00:00:06",
            ["c:StopTimeout"] = "00:00:07",
        }).Build();
        var services = new ServiceCollection();
        IPartitionCoordinatorBuilder builder = name.Length == 0
            ? services.AddPartitionCoordinator(configuration.GetSection("c"))
            : services.AddPartitionCoordinator(name, configuration.GetSection("c"));
        builder.AddInMemoryDriver();
        using ServiceProvider provider = services.BuildServiceProvider();

        PartitionCoordinatorOptions options = provider.GetRequiredService<IOptionsMonitor<PartitionCoordinatorOptions>>().Get(name);

        Assert.Equal(2.5, options.Weight);
        Assert.Equal((Url, "g", "m", LabelFormat.Plain, 7), (options.BackendUrl, options.GroupId, options.MemberId, options.Labels, options.Replicas));
        TimeSpan[] times =
        [
            options.HeartbeatInterval, options.CheckWatchersInterval, options.RetryBackoff, options.MaxRetryInterval, options.StartTimeout,
            options.StopTimeout,
        ];
        Assert.Equal([2, 3, 4, 5, 6, 7], times.Select(time => time.TotalSeconds));
        Assert.Equal(12, typeof(PartitionCoordinatorOptions).GetProperties().Length);
        Assert.Equal(name, builder.Name);
    }

    [Fact]
    public void Options_Defaults_AreAodhs()
    {
        var options = new PartitionCoordinatorOptions();

        Assert.Equal((100, LabelFormat.PythonBytes), (options.Replicas, options.Labels));
        TimeSpan[] times = [options.HeartbeatInterval, options.CheckWatchersInterval, options.RetryBackoff, options.MaxRetryInterval];
        Assert.Equal([1, 10, 1, 30], times.Select(time => time.TotalSeconds));
    }

    [Fact]
    public async Task AddPartitionCoordinator_TimeWithTheKey_IsPreferred()
    {
        var fleet = new Fleet();
        HostedAgent agent = fleet.Agent(
            "agent-0",
            time: TimeProvider.System,
            services: all => all.AddKeyedSingleton<TimeProvider>(PartitionCoordinatorServiceCollectionExtensions.TimeKey, fleet.Time));
        await agent.StartAsync();

        Assert.Equal(fleet.Time.GetUtcNow(), agent.Coordinator.GetMembership().ObservedAt);
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task Host_StartsAndStops_JoinsAndLeaves()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPartitionCoordinator(options => (options.BackendUrl, options.GroupId) = ("memory://host", "g"))
            .AddInMemoryDriver();
        IHost host = builder.Build();
        await host.StartAsync();
        var coordinator = host.Services.GetRequiredService<PartitionCoordinator>();

        Assert.Equal([coordinator.MemberId], coordinator.GetMembership().Members);
        await host.StopAsync();

        Assert.Equal(PartitionState.Inactive, coordinator.GetMembership().State);
        host.Dispose();
    }
}
