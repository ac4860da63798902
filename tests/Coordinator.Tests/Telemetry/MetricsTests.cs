using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace RingPerf.Coordination.Tests;

public sealed class MetricsTests
{
    private static readonly string[] Items = Lab.Items(100);

    private readonly Fleet _fleet = new();

    [Fact]
    public async Task Instruments_ThroughALife_MeasureWhatTheirNamesSay()
    {
        await _fleet.StartedAsync("agent-1");
        HostedAgent agent = Agent("agent-0");
        var meters = agent.Services.GetRequiredService<IMeterFactory>();
        using var beats = Collector<double>(meters, "coordinator.heartbeat.duration");
        using var age = Collector<double>(meters, "coordinator.heartbeat.age");
        using var members = Collector<int>(meters, "coordinator.members");
        using var changes = Collector<long>(meters, "coordinator.membership.changes");
        using var rejoins = Collector<long>(meters, "coordinator.rejoins");
        using var purged = Collector<long>(meters, "coordinator.purged");
        using var share = Collector<double>(meters, "coordinator.share");
        using var errors = Collector<long>(meters, "coordinator.backend.errors");
        using var extracts = Collector<double>(meters, "coordinator.extract.duration");
        age.RecordObservableInstruments();
        Assert.Empty(age.GetMeasurementSnapshot());

        await agent.StartAsync();
        int mine = (await agent.ShareAsync(Items)).Count;
        Assert.Equal(2, changes.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal("ok", beats.LastMeasurement!.Tags["outcome"]);
        Assert.Single(extracts.GetMeasurementSnapshot());
        Assert.Equal(2, Observed(members).Value);
        Assert.Equal(mine / 100.0, Observed(share).Value);

        _fleet.Store.DropMember(Fleet.Group, agent.Coordinator.MemberId);
        await agent.ShareAsync(Items);
        Assert.Equal(1, rejoins.GetMeasurementSnapshot().EvaluateAsCounter());

        _fleet.Store.Faults.CutOff(MemberId.FromText("agent-1"));
        _fleet.Time.Pass(6);
        await agent.ShareAsync(Items);
        Assert.Equal(1, purged.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Contains(changes.GetMeasurementSnapshot(), change => (string?)change.Tags["change"] == "left");

        Assert.Empty(errors.GetMeasurementSnapshot());
        _fleet.Store.Faults.IsDown = true;
        _fleet.Time.Pass(3);
        await agent.ShareAsync(Items);
        Assert.Equal("failed", beats.LastMeasurement!.Tags["outcome"]);
        Assert.InRange(Observed(age).Value, 3, 4);
        Assert.Equal(("read", "connection"), (errors.LastMeasurement!.Tags["op"], errors.LastMeasurement.Tags["kind"]));
        Assert.Contains(errors.GetMeasurementSnapshot(), error => (string?)error.Tags["op"] == "heartbeat");
    }

    [Fact]
    public async Task Instruments_All_HaveAUnitAndADescription()
    {
        var published = new ConcurrentDictionary<string, string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == CoordinationTelemetry.MeterName)
                {
                    published[instrument.Name] = $"{instrument.Unit}: {instrument.Description}";
                }
            },
        };
        listener.Start();
        await using PartitionCoordinator agent = new Lab().Agent();

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["coordinator.heartbeat.duration"] = "s: How long a heartbeat took.",
                ["coordinator.heartbeat.age"] = "s: The time since the last heartbeat that succeeded.",
                ["coordinator.extract.duration"] = "s: How long a share took to find.",
                ["coordinator.members"] = "{member}: Members at the last read.",
                ["coordinator.membership.changes"] = "{member}: Members seen to come and go.",
                ["coordinator.ring.collisions"] = "{position}: Positions of the ring that labels of two members share.",
                ["coordinator.share"] = "1: This agent's items over all items, at the last poll.",
                ["coordinator.rejoins"] = "{join}: Joins of an agent that was missing from its group.",
                ["coordinator.purged"] = "{member}: Expired peers that this agent removed.",
                ["coordinator.backend.errors"] = "{error}: Operations that the back end failed.",
            },
            published);
    }

    [Fact]
    public async Task Changes_OneAfterAnother_AreCountedOnce()
    {
        HostedAgent agent = Agent("agent-0");
        using var changes = Collector<long>(agent.Services.GetRequiredService<IMeterFactory>(), "coordinator.membership.changes");
        await agent.StartAsync();
        for (int other = 1; other <= 3; other++)
        {
            await _fleet.StartedAsync($"agent-{other}");
            await agent.ShareAsync(Items);
            await agent.ShareAsync(Items);
        }

        _fleet.Store.DropMember(Fleet.Group, MemberId.FromText("agent-2"));
        await agent.ShareAsync(Items);

        Assert.Equal(4, Sum("joined"));
        Assert.Equal(1, Sum("left"));
        long Sum(string change) => changes.GetMeasurementSnapshot().Where(seen => (string?)seen.Tags["change"] == change).Sum(seen => seen.Value);
    }

    [Fact]
    public async Task Collisions_ConfiguredNames_AreGauged()
    {
        await _fleet.StartedAsync("node194");
        HostedAgent agent = Agent("node204");
        using var collisions = Collector<int>(agent.Services.GetRequiredService<IMeterFactory>(), "coordinator.ring.collisions");

        await agent.StartAsync();

        Assert.Equal(1, Observed(collisions).Value);
    }

    [Fact]
    public async Task Tags_EveryInstrument_NeverNameAMember()
    {
        var told = new ConcurrentQueue<KeyValuePair<string, object?>>();
        using var listener = Listener(told);
        var lab = new Lab();
        PartitionCoordinator agent = await lab.JoinedAsync("agent-1");
        await lab.JoinedAsync("agent-2");
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Items);
        listener.RecordObservableInstruments();

        // The listener hears tests that run beside this one, too.
        KeyValuePair<string, object?>[] seen = [.. told];
        Assert.NotEmpty(seen);
        string[] allowed = ["group", "backend", "outcome", "change", "op", "kind"];
        Assert.Empty(seen.Select(tag => tag.Key).Except(allowed));
        Assert.DoesNotContain(seen, tag => ((string?)tag.Value)!.Contains("agent-", StringComparison.Ordinal));
        Assert.Contains(seen, tag => tag is { Key: "backend", Value: "memory" });
        Assert.Contains(seen, tag => tag is { Key: "group", Value: Lab.Group });
    }

    [Fact]
    public async Task Gauges_Disposed_FallSilent()
    {
        HostedAgent agent = Agent("agent-0");
        using var members = Collector<int>(agent.Services.GetRequiredService<IMeterFactory>(), "coordinator.members");
        await agent.StartAsync();
        Assert.Equal(1, Observed(members).Value);

        await agent.Coordinator.DisposeAsync();
        members.Clear();
        members.RecordObservableInstruments();

        Assert.Empty(members.GetMeasurementSnapshot());
    }

    private HostedAgent Agent(string memberId) => _fleet.Agent(memberId, services: all => all.AddMetrics());

    private static MetricCollector<T> Collector<T>(IMeterFactory meters, string instrument) where T : struct =>
        new(meters, CoordinationTelemetry.MeterName, instrument);

    private static CollectedMeasurement<T> Observed<T>(MetricCollector<T> collector) where T : struct
    {
        collector.RecordObservableInstruments();
        return collector.LastMeasurement!;
    }

    private static MeterListener Listener(ConcurrentQueue<KeyValuePair<string, object?>> told)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == CoordinationTelemetry.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(tags));
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Add(tags));
        listener.SetMeasurementEventCallback<int>((_, _, tags, _) => Add(tags));
        listener.Start();
        return listener;

        void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                told.Enqueue(tag);
            }
        }
    }
}
