using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RingPerf.Coordination.Tests;

/// <summary>What a host refuses to start with; each message names the option, its value and what is allowed.</summary>
public sealed class OptionsValidationTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { nameof(PartitionCoordinatorOptions.HeartbeatInterval), "HeartbeatInterval is 00:00:00; it must be above zero and at most 20.00:00:00." },
        { nameof(PartitionCoordinatorOptions.CheckWatchersInterval), "CheckWatchersInterval is -00:00:01; it must be above zero" },
        { nameof(PartitionCoordinatorOptions.RetryBackoff), "RetryBackoff is 00:00:00; it must be above zero" },
        { nameof(PartitionCoordinatorOptions.MaxRetryInterval), "MaxRetryInterval is 00:00:00; it must be above zero" },
        { nameof(PartitionCoordinatorOptions.StartTimeout), "StartTimeout is 21.00:00:00; it must be above zero and at most 20.00:00:00." },
        { nameof(PartitionCoordinatorOptions.StopTimeout), "StopTimeout is 00:00:00; it must be above zero" },
        { nameof(PartitionCoordinatorOptions.Replicas), "Replicas is 0; it must be at least 1." },
        { nameof(PartitionCoordinatorOptions.Weight), "Weight is -0.5; it must be above zero and finite." },
        { nameof(PartitionCoordinatorOptions.Labels), "Labels is 9; it must be Plain or PythonBytes." },
        { nameof(PartitionCoordinatorOptions.MemberId), "MemberId cannot be used. A member id has a lone surrogate at index 1" },
        { nameof(PartitionCoordinatorOptions.GroupId), "GroupId cannot be used. A group id has the lone surrogate U+D83D at index 0" },
    };

    public static TheoryData<string, string> BrokenUrls => new()
    {
        { "nonsense", "BackendUrl cannot be used. The back end's URL has no scheme; it must be scheme://host[:port][?options]." },
        { "zookeeper://:secret@h", "No driver is registered for the scheme 'zookeeper'; known schemes: memory." },
        { "memory://h?membership_timeout=x", "The option 'membership_timeout' is 'x'; it must be a number of seconds from 0.001" },
        { "memory://h?nosuch=1", "The scheme 'memory' has no option 'nosuch'; it knows timeout, membership_timeout." },
        {
            "memory://h?membership_timeout=2.4",
            "HeartbeatInterval is 00:00:01; it must be at most 00:00:00.8000000, a third of the membership timeout of 00:00:02.4000000"
        },
        { "memory://h?timeout=2", "HeartbeatInterval is 00:00:01; it must be at most 00:00:00.6666667" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Start_OptionBroken_IsNamed(string option, string message) =>
        Assert.Equal(1, (await FailuresAsync(options => Break(options, option))).Count(
            failure => failure.StartsWith($"PartitionCoordinator: {message}", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(BrokenUrls))]
    public async Task Start_UrlBroken_IsExplainedWithoutSecrets(string url, string message)
    {
        string failure = Assert.Single(await FailuresAsync(options => options.BackendUrl = url));

        Assert.Contains(message, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_EveryOptionWithARule_IsInTheTable() =>
        Assert.Equal(
            typeof(PartitionCoordinatorOptions).GetProperties().Select(option => option.Name).Order(),
            Broken.Select(row => (string)row[0]).Append(nameof(PartitionCoordinatorOptions.BackendUrl)).Order());

    [Fact]
    public async Task Start_SeveralBroken_AllAreNamed() =>
        Assert.Equal(3, (await FailuresAsync(options =>
        {
            options.Replicas = -1;
            options.StopTimeout = TimeSpan.Zero;
            options.BackendUrl = "";
            options.MemberId = "\ud83d";
        })).Length);

    [Fact]
    public async Task Start_IntervalAThirdOfTheTimeout_IsAllowed() =>
        Assert.Empty(await FailuresAsync(options => options.BackendUrl = "memory://h?membership_timeout=3"));

    [Fact]
    public async Task Start_NamedCoordinatorBroken_NamesIt()
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator("good", options => options.BackendUrl = "memory://h").AddInMemoryDriver();
        services.AddPartitionCoordinator("bad", options => options.Replicas = 0);

        string failure = Assert.Single(await FailuresAsync(services));

        Assert.Equal("PartitionCoordinator 'bad': Replicas is 0; it must be at least 1.", failure);
    }

    private static void Break(PartitionCoordinatorOptions options, string option)
    {
        switch (option)
        {
            case nameof(options.CheckWatchersInterval):
                options.CheckWatchersInterval = TimeSpan.FromSeconds(-1);
                break;
            case nameof(options.StartTimeout):
                options.StartTimeout = TimeSpan.FromDays(21);
                break;
            case nameof(options.Replicas):
                options.Replicas = 0;
                break;
            case nameof(options.Weight):
                options.Weight = -0.5;
                break;
            case nameof(options.Labels):
                options.Labels = (LabelFormat)9;
                break;
            case nameof(options.MemberId):
                options.MemberId = "a\ud83d";
                break;
            case nameof(options.GroupId):
                options.GroupId = "\ud83d";
                break;
            default:
                typeof(PartitionCoordinatorOptions).GetProperty(option)!.SetValue(options, TimeSpan.Zero);
                break;
        }
    }

    private static Task<string[]> FailuresAsync(Action<PartitionCoordinatorOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator(configure).AddInMemoryDriver();
        return FailuresAsync(services);
    }

    private static async Task<string[]> FailuresAsync(IServiceCollection services)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (ServiceDescriptor service in services)
        {
            builder.Services.Add(service);
        }

        using IHost host = builder.Build();
        try
        {
            await host.StartAsync();
            await host.StopAsync();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}
