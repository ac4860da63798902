using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Tests;

/// <summary>The events that aodh logs, by level and in order, and what repeats in silence.</summary>
public sealed class LogEventTests
{
    private const int Started = 1;
    private const int ConnectFailed = 2;
    private const int StopFailed = 3;
    private const int HeartbeatFailed = 4;
    private const int Joined = 5;
    private const int JoinFailed = 6;
    private const int Left = 7;
    private const int SelfMissing = 9;
    private const int Unreadable = 10;
    private const int Members = 11;
    private const int Share = 12;

    private readonly Lab _lab = new();

    [Fact]
    public async Task Events_ALifeThatGoesWell_AreStartedJoinedSplitLeft()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Lab.Items(1));
        await agent.StopAsync();

        Assert.Equal(
            [
                (LogLevel.Information, Started), (LogLevel.Information, Joined), (LogLevel.Debug, Members), (LogLevel.Debug, Share),
                (LogLevel.Information, Left),
            ],
            Events());
    }

    [Fact]
    public async Task Events_FailedReconnects_AreConnectConnectHeartbeatThenRepeatInSilence()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        await agent.HeartbeatAsync();
        await agent.HeartbeatAsync();
        await agent.StopAsync();

        Assert.Equal(
            [
                (LogLevel.Error, ConnectFailed), (LogLevel.Error, ConnectFailed), (LogLevel.Error, HeartbeatFailed),
                (LogLevel.Debug, ConnectFailed), (LogLevel.Debug, HeartbeatFailed), (LogLevel.Error, StopFailed),
            ],
            Events());
    }

    [Fact]
    public async Task Events_ReadAndJoinFail_AreErrorsAgainWhenTheErrorIsAnother()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        foreach (Exception error in (Exception[])[new IOException("raw"), new IOException("raw"), new CoordinationException("no")])
        {
            _lab.Script.Fails = operation => operation == "join" ? error : null;
            await agent.ShareAsync(Lab.Items(1));
        }

        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        _lab.Time.Pass(1);
        _lab.Script.Fails = _ => null;
        _lab.Time.Pass(2);
        await join;

        Assert.Equal(
            [
                (LogLevel.Error, Unreadable), (LogLevel.Debug, Unreadable), (LogLevel.Error, Unreadable), (LogLevel.Error, JoinFailed),
                (LogLevel.Debug, JoinFailed), (LogLevel.Information, Joined),
            ],
            Events().Where(entry => entry is not (_, Started or Share)));
    }

    [Fact]
    public async Task Events_SelfMissing_IsAWarningBeforeTheJoin()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.DropMember(Lab.Group, agent.MemberId);
        await agent.ShareAsync(Lab.Items(1));

        Assert.Equal(
            [
                (LogLevel.Information, Started), (LogLevel.Information, Joined), (LogLevel.Warning, SelfMissing), (LogLevel.Information, Joined),
                (LogLevel.Debug, Members), (LogLevel.Debug, Share),
            ],
            Events());
    }

    private IEnumerable<(LogLevel Level, int Id)> Events() => _lab.Loggers.Entries.Select(entry => (entry.Level, entry.Id));
}
