using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RingPerf.Coordination.Tests;

/// <summary>Every public member that refuses null says which argument it was.</summary>
public sealed class NullArgumentTests
{
    private static readonly MemberId Me = MemberId.FromText("agent-1");
    private static readonly CoordinationDriverRegistry Registry = new();

    [Fact]
    public void EveryType_NullArgument_NamesTheParameter() => AssertEachNamed(
    [
        ("url", () => BackendUrl.Parse(null!)),
        ("url", () => TlsFiles.Load(null!, "a", "b", "c")),
        ("authorities", () => TlsFiles.Load(BackendUrl.Parse("a://b"), null!, "b", "c")),
        ("certificate", () => TlsFiles.Load(BackendUrl.Parse("a://b"), "a", null!, "c")),
        ("key", () => TlsFiles.Load(BackendUrl.Parse("a://b"), "a", "b", null!)),
        ("text", () => MemberId.FromText(null!)),
        ("members", () => _ = new MemberNotInGroupException("g", Me, null!)),
        ("scheme", () => Registry.Add(null!, _ => null!)),
        ("factory", () => Registry.Add("a", null!)),
        ("settings", () => Registry.Create(null!)),
        ("name", () => ClientThread.RunAsync(null!, () => 1, default)),
        ("call", () => ClientThread.BeatAsync<int>("a", null!, default)),
        ("options", () => _ = new PartitionCoordinator(null!, Registry)),
        ("drivers", () => _ = new PartitionCoordinator(new PartitionCoordinatorOptions(), null!)),
    ]);

    [Fact]
    public void EveryRegistration_NullArgument_NamesTheParameter()
    {
        var services = new ServiceCollection();
        IPartitionCoordinatorBuilder builder = new ServiceCollection().AddPartitionCoordinator(_ => { });

        AssertEachNamed(
        [
            ("services", () => ((IServiceCollection)null!).AddPartitionCoordinator(_ => { })),
            ("name", () => services.AddPartitionCoordinator(null!, _ => { })),
            ("configure", () => services.AddPartitionCoordinator((Action<PartitionCoordinatorOptions>)null!)),
            ("configuration", () => services.AddPartitionCoordinator((IConfiguration)null!)),
            ("scheme", () => builder.AddDriver(null!, (_, _) => null!)),
            ("factory", () => builder.AddDriver("a", null!)),
            ("builder", () => ((IHealthChecksBuilder)null!).AddPartitionCoordinator()),
            ("coordinator", () => services.AddHealthChecks().AddPartitionCoordinator(null!)),
        ]);

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(PartitionCoordinator));
    }

    [Fact]
    public async Task EveryDriver_NullArgument_NamesTheParameter()
    {
        var driver = new ScriptedDriver(new DriverSettings(BackendUrl.Parse(Lab.Scripted), Me), new Script());
        (string Parameter, Func<Task> Call)[] calls =
        [
            ("driver", () => ((ICoordinationDriver)null!).JoinOrCreateGroupAsync("g").AsTask()),
            ("groupId", () => driver.JoinGroupAsync(null!).AsTask()),
            ("callback", () => driver.WatchAsync("g", MembershipChange.Left, null!).AsTask()),
        ];

        await driver.StartAsync();
        foreach ((string parameter, Func<Task> call) in calls)
        {
            await Assert.ThrowsAsync<ArgumentNullException>(parameter, call);
        }

        AssertEachNamed(
        [
            ("settings", () => _ = new ScriptedDriver(null!, new Script(), TimeSpan.FromSeconds(1))),
            ("watch", () => driver.Unwatch(null!)),
            ("members", () => driver.Purge("g", null!)),
        ]);
    }

    private static void AssertEachNamed((string Parameter, Action Call)[] calls) =>
        Assert.All(calls, call => Assert.Throws<ArgumentNullException>(call.Parameter, call.Call));
}
