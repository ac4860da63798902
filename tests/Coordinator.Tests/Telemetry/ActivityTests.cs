using System.Collections.Concurrent;
using System.Diagnostics;

namespace RingPerf.Coordination.Tests;

public sealed class ActivityTests
{
    private readonly Lab _lab = new();

    [Fact]
    public async Task Activities_JoinReadAndBeat_AreOneForEachJoinAndRead()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using ActivityListener listener = Listener(stopped, "traced");
        PartitionCoordinator agent = await _lab.StartedAsync();

        await agent.JoinGroupAsync("traced");
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Lab.Items(1), "traced");
        await agent.ShareAsync(Lab.Items(1), "traced");

        Assert.Equal(["coordinator.join", "coordinator.read", "coordinator.read"], stopped.Select(activity => activity.OperationName));
        Assert.All(stopped, activity => Assert.Equal("memory", activity.GetTagItem("backend")));
        Assert.Equal(1, stopped.Last().GetTagItem("members"));
    }

    [Fact]
    public async Task Activity_BackendFails_HasTheError()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using ActivityListener listener = Listener(stopped, "failing");
        PartitionCoordinator agent = await _lab.StartedAsync();
        _lab.Store.Faults.IsDown = true;

        await agent.ShareAsync(Lab.Items(1), "failing");

        Activity join = Assert.Single(stopped);
        Assert.Equal(ActivityStatusCode.Error, join.Status);
        Assert.Equal(typeof(CoordinationConnectionException).FullName, join.GetTagItem("error.type"));
    }

    // Other tests run at the same time, so each listens to a group of its own.
    private static ActivityListener Listener(ConcurrentQueue<Activity> stopped, string group)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CoordinationTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if ((string?)activity.GetTagItem("group") == group)
                {
                    stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
