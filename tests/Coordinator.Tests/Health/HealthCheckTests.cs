using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RingPerf.Coordination.Tests;

public sealed class HealthCheckTests
{
    private static readonly string[] Items = Lab.Items(1);

    private readonly Fleet _fleet = new();

    [Fact]
    public async Task Check_ThroughALife_TellsHowItStands()
    {
        HostedAgent agent = Agent();
        await AssertAsync(HealthStatus.Unhealthy, "not started", agent);

        await agent.StartAsync();
        await AssertAsync(HealthStatus.Healthy, "in its group", agent);

        _fleet.Store.Faults.IsDown = true;
        _fleet.Time.Pass(2);
        await AssertAsync(HealthStatus.Degraded, "holds for another", agent);
        _fleet.Time.Pass(4);
        await AssertAsync(HealthStatus.Unhealthy, "longer than the membership timeout of 00:00:05", agent);

        _fleet.Store.Faults.IsDown = false;
        _fleet.Time.Pass(15);
        await AssertAsync(HealthStatus.Healthy, "in its group", agent);

        await agent.Coordinator.LeaveGroupAsync(null);
        await AssertAsync(HealthStatus.Unhealthy, "does not list this agent", agent);
        await agent.StopAsync();
        await AssertAsync(HealthStatus.Unhealthy, "not started", agent);
    }

    [Fact]
    public async Task Check_BackendFails_SaysForHowLongTheLastBeatHolds()
    {
        HostedAgent agent = Agent();
        await agent.StartAsync();
        _fleet.Store.Faults.IsDown = true;

        _fleet.Time.Pass(2);
        await AssertAsync(HealthStatus.Degraded, "holds for another 00:00:03.", agent);
        _fleet.Time.Pass(2.9);
        await AssertAsync(HealthStatus.Degraded, "holds for another 00:00:00.1000000.", agent);
        _fleet.Time.Pass(0.1);
        await AssertAsync(HealthStatus.Unhealthy, "No heartbeat has succeeded for 00:00:05, longer", agent);
    }

    [Fact]
    public async Task Check_ReadFailsAlone_IsDegradedAndCarriesTheError()
    {
        _fleet.Script.Members = ["agent-0"];
        HostedAgent agent = Agent(options => options.BackendUrl = Lab.Scripted);
        await agent.StartAsync();
        _fleet.Script.Fails = operation => operation == "get" ? new CoordinationConnectionException("no") : null;
        await agent.ShareAsync(Items);

        HealthReportEntry entry = await AssertAsync(HealthStatus.Degraded, "The back end fails", agent);

        Assert.IsType<CoordinationConnectionException>(entry.Exception);
    }

    [Fact]
    public async Task Check_BackendDownFromTheStart_IsUnhealthy()
    {
        _fleet.Store.Faults.IsDown = true;
        HostedAgent agent = Agent();
        await agent.StartAsync();

        await AssertAsync(HealthStatus.Unhealthy, "No heartbeat has succeeded yet", agent);
    }

    [Fact]
    public async Task Check_GroupNotReadForLong_IsUnhealthy()
    {
        HostedAgent agent = Agent(options => options.CheckWatchersInterval = TimeSpan.FromSeconds(1));
        await agent.StartAsync();
        await agent.Coordinator.ExtractMySubsetAsync(null, Items, item => item);

        // Its reads hang, its heartbeats are sent by hand.
        _fleet.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        _fleet.Time.Pass(1.5);
        _fleet.Store.Faults.Latency = TimeSpan.Zero;
        for (int second = 0; second < 7; second++)
        {
            await agent.Coordinator.HeartbeatAsync();
            _fleet.Time.Pass(1);
        }

        await AssertAsync(HealthStatus.Unhealthy, "was last read", agent);
    }

    [Fact]
    public async Task Check_NoBackend_IsHealthy() =>
        await AssertAsync(HealthStatus.Healthy, "No back end is configured", Agent(options => options.BackendUrl = null));

    [Fact]
    public async Task Check_NoGroup_IsHealthyWhileAlive()
    {
        HostedAgent agent = Agent(options => options.GroupId = null);
        await agent.StartAsync();

        await AssertAsync(HealthStatus.Healthy, "The agent is alive.", agent);
    }

    [Fact]
    public async Task Check_Data_HoldLabelsStateAndNoSecret()
    {
        _fleet.Script.Members = ["agent-0"];
        HostedAgent agent = Agent(options => options.BackendUrl = Lab.Scripted);
        await agent.StartAsync();

        IReadOnlyDictionary<string, object> data = (await EntryAsync(agent)).Data;

        Assert.Equal("PythonBytes", data["labels"]);
        Assert.Equal("scripted://***@host?timeout=30", data["backend"]);
        Assert.Equal(
            [
                "backend", "group", "heartbeatAgeSeconds", "labels", "member", "members", "membershipTimeoutSeconds", "observedAt", "replicas",
                "state",
            ],
            data.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_NamedWithAFailureStatus_ReportsIt()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPartitionCoordinator("a", options => options.BackendUrl = "memory://health").AddInMemoryDriver();
        services.AddHealthChecks().AddPartitionCoordinator("a", failureStatus: HealthStatus.Degraded, tags: ["ready"]);
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        (string name, HealthReportEntry entry) = Assert.Single(report.Entries);
        Assert.Equal(("partition_coordinator:a", HealthStatus.Degraded), (name, entry.Status));
        Assert.Equal(["ready"], entry.Tags);
    }

    private HostedAgent Agent(Action<PartitionCoordinatorOptions>? configure = null) =>
        _fleet.Agent("agent-0", configure, services: all => all.AddLogging().AddHealthChecks().AddPartitionCoordinator());

    private static async Task<HealthReportEntry> AssertAsync(HealthStatus status, string text, HostedAgent agent)
    {
        HealthReportEntry entry = await EntryAsync(agent);
        Assert.Equal(status, entry.Status);
        Assert.Contains(text, entry.Description, StringComparison.Ordinal);
        return entry;
    }

    private static async Task<HealthReportEntry> EntryAsync(HostedAgent agent) =>
        (await agent.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["partition_coordinator"];
}
