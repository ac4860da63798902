namespace RingPerf.Coordination.Tests;

/// <summary>What the base of every driver refuses, whatever the back end.</summary>
public sealed class CoordinationDriverTests
{
    private static readonly BackendUrl Url = BackendUrl.Parse(Lab.Scripted);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Constructor_TimeoutNotAboveZero_Throws(double seconds)
    {
        var timeout = TimeSpan.FromSeconds(seconds);

        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), new Script(), timeout));

        Assert.Equal(("timeout", timeout), (error.ParamName, error.ActualValue));
    }

    [Fact]
    public void Constructor_EmptyMemberId_Throws()
    {
        var error = Assert.Throws<ArgumentException>("settings", () => new ScriptedDriver(new DriverSettings(Url, default), new Script()));

        Assert.StartsWith("The member id is empty; a member needs a name.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ChangeUndefined_ThrowsBeforeItReads()
    {
        var script = new Script();
        var driver = new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), script);
        await driver.StartAsync();

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => driver.WatchAsync("g", (MembershipChange)2, _ => { }).AsTask());

        Assert.Equal(("change", (MembershipChange)2), (error.ParamName, error.ActualValue));
        Assert.StartsWith("The change is 2; it must be Joined or Left.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["start"], script.Calls);
        Assert.Empty(driver.Watches);
    }

    [Fact]
    public async Task RunWatchers_SecondGroupCannotBeRead_TellsOfTheFirstTheNextTime()
    {
        var script = new Script();
        var driver = new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), script);
        await driver.StartAsync();
        var told = new List<MembershipEvent>();
        await driver.WatchAsync("first", MembershipChange.Joined, told.Add);
        await driver.WatchAsync("second", MembershipChange.Left, told.Add);
        script.Members = ["b"];
        int reads = 0;
        script.Fails = operation => operation == "get" && ++reads == 2 ? new CoordinationConnectionException("no") : null;

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.RunWatchersAsync().AsTask());
        Assert.Empty(told);
        await driver.RunWatchersAsync();

        Assert.Equal([new MembershipEvent("first", MemberId.FromText("b"), MembershipChange.Joined)], told);
    }

    [Fact]
    public async Task Start_Started_SaysSo()
    {
        var driver = new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), new Script());
        await driver.StartAsync();

        var error = await Assert.ThrowsAsync<DriverStateException>(() => driver.StartAsync().AsTask());

        Assert.Equal("The driver is started already; it can be started once until it is stopped.", error.Message);
    }

    [Fact]
    public async Task Start_StopUnderWay_IsRefusedUntilItHasEnded()
    {
        var script = new Script();
        var driver = new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), script);
        await driver.StartAsync();
        var stopped = new TaskCompletionSource();
        script.Waits = operation => operation == "stop" ? stopped.Task : Task.CompletedTask;
        Task stop = driver.StopAsync().AsTask();

        var error = await Assert.ThrowsAsync<DriverStateException>(() => driver.StartAsync().AsTask());
        stopped.SetResult();
        await stop;
        await driver.StartAsync();

        Assert.Equal("The driver's stop is under way; it can be started again when that has ended.", error.Message);
        Assert.True(driver.IsStarted);
    }

    [Fact]
    public async Task RunWatchers_DisposedMeanwhile_RaisesTheBackEndsError()
    {
        var script = new Script();
        var driver = new ScriptedDriver(new DriverSettings(Url, MemberId.FromText("a")), script);
        await driver.StartAsync();
        await driver.WatchAsync("g", MembershipChange.Left, _ => { });
        var read = new TaskCompletionSource();
        script.Waits = operation => operation == "get" ? read.Task : Task.CompletedTask;
        Task run = driver.RunWatchersAsync().AsTask();

        await driver.DisposeAsync();
        read.SetException(new CoordinationConnectionException("gone"));

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => run);
    }
}
