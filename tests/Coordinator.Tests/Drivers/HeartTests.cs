namespace RingPerf.Coordination.Tests;

/// <summary>When a heart beats: seconds after its start. A beat holds for 30 s.</summary>
public sealed class HeartTests
{
    private readonly Lab _lab = new();

    [Fact]
    public async Task Beats_Succeeding_ComeAfterHalfTheTime()
    {
        await using Heart heart = await StartedAsync();

        _lab.Time.Pass(50);

        Assert.Equal([0, 15, 30, 45], Beats());
        Assert.Equal(4, heart.Beats);
        Assert.Null(heart.LastError);
    }

    [Fact]
    public async Task Beats_Failing_ComeEachSecondUntilOneSucceeds()
    {
        _lab.Script.Fails = operation => operation == "beat" ? new CoordinationConnectionException("no") : null;
        await using Heart heart = await StartedAsync();

        _lab.Time.Pass(2.5);
        Assert.IsType<CoordinationConnectionException>(heart.LastError);
        _lab.Script.Fails = _ => null;
        _lab.Time.Pass(20);

        Assert.Equal([0, 1, 2, 3, 18], Beats());
        Assert.Equal(2, heart.Beats);
        Assert.Null(heart.LastError);
    }

    [Fact]
    public async Task Beats_CancelledByTheDriverItself_AreFailures()
    {
        _lab.Script.Fails = operation => operation == "beat" ? new OperationCanceledException() : null;
        await using Heart heart = await StartedAsync();

        _lab.Time.Pass(1.5);

        Assert.Equal([0, 1], Beats());
        Assert.IsType<OperationCanceledException>(heart.LastError, exactMatch: false);
    }

    [Fact]
    public async Task Stop_StartedAgain_BeatsAnew()
    {
        await using Heart heart = await StartedAsync();
        await heart.StopAsync();
        _lab.Time.Pass(60);
        Assert.Equal([0], Beats());
        Assert.False(heart.IsAlive);

        heart.Start();

        Assert.True(heart.IsAlive);
        Assert.Equal([0, 60], Beats());
        Assert.Throws<InvalidOperationException>(heart.Start);
    }

    [Fact]
    public async Task Stop_StartedBeforeItHasEnded_WaitsForTheBeatsOfBefore()
    {
        var beat = new TaskCompletionSource();
        _lab.Script.Waits = operation => operation == "beat" ? beat.Task : Task.CompletedTask;
        await using Heart heart = await StartedAsync();

        Task stop = heart.StopAsync().AsTask();
        heart.Start();
        beat.SetResult();

        await stop.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(heart.IsAlive);
    }

    private async Task<Heart> StartedAsync()
    {
        var driver = new ScriptedDriver(
            new DriverSettings(BackendUrl.Parse(Lab.Scripted), MemberId.FromText("agent-1")) { Time = _lab.Time }, _lab.Script);
        await driver.StartAsync();
        var heart = new Heart(driver, _lab.Time);
        heart.Start();
        return heart;
    }

    private IEnumerable<int> Beats()
    {
        IReadOnlyList<DateTimeOffset> times = _lab.Script.TimesOf("beat");
        return times.Select(time => (int)(time - times[0]).TotalSeconds);
    }
}
