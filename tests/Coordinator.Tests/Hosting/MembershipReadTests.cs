namespace RingPerf.Coordination.Tests;

/// <summary>When a hosted agent reads its group of its own accord: seconds after its start.</summary>
public sealed class MembershipReadTests
{
    private readonly Fleet _fleet = new();

    public MembershipReadTests() => _fleet.Script.Members = ["agent-0"];

    [Fact]
    public async Task Reads_Listed_ComeEachInterval()
    {
        await using HostedAgent agent = await StartedAsync();

        _fleet.Time.Pass(35);

        Assert.Equal([0, 10, 20, 30], Reads());
    }

    [Fact]
    public async Task Reads_Failing_ComeSoonerAndBackOffUpToTheInterval()
    {
        await using HostedAgent agent = await StartedAsync();
        _fleet.Script.Fails = operation => operation == "get" ? new CoordinationConnectionException("no") : null;

        _fleet.Time.Pass(50);
        _fleet.Script.Fails = _ => null;
        _fleet.Time.Pass(30);

        Assert.Equal([0, 10, 11, 13, 17, 25, 35, 45, 55, 65, 75], Reads());
    }

    [Fact]
    public async Task Reads_LifeRunsOut_ComeAtTheNextBeat()
    {
        await using HostedAgent agent = await StartedAsync(options => options.CheckWatchersInterval = TimeSpan.FromSeconds(100));
        _fleet.Script.Fails = operation => operation == "beat" ? new CoordinationConnectionException("no") : null;

        _fleet.Time.Pass(45);

        Assert.Equal([0, 30, 31, 33, 37, 45], Reads());
    }

    [Fact]
    public async Task Reads_Stopped_End()
    {
        HostedAgent agent = await StartedAsync();
        await agent.StopAsync();
        int reads = _fleet.Script.TimesOf("get").Count;

        _fleet.Time.Pass(60);

        Assert.Equal(reads, _fleet.Script.TimesOf("get").Count);
    }

    private Task<HostedAgent> StartedAsync(Action<PartitionCoordinatorOptions>? configure = null) => _fleet.StartedAsync("agent-0", options =>
    {
        options.BackendUrl = Lab.Scripted;
        configure?.Invoke(options);
    });

    private IEnumerable<int> Reads()
    {
        IReadOnlyList<DateTimeOffset> times = _fleet.Script.TimesOf("get");
        return times.Select(time => (int)Math.Round((time - times[0]).TotalSeconds)).Distinct();
    }
}
