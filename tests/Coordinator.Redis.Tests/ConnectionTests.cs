using Microsoft.Extensions.DependencyInjection;
using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Redis;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests;

/// <summary>How the driver reaches a server, and what it says where it does not.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private const string Group = "g";
    private const string Password = "p%40s@s:w0rd";

    private RedisServer _open = null!;
    private RedisServer _closed = null!;

    public async Task InitializeAsync()
    {
        if (RedisServer.IsInstalled)
        {
            _open = await RedisServer.StartAsync();
            _closed = await RedisServer.StartAsync(new RedisServerOptions { Password = Password, User = "joe" });
        }
    }

    public async Task DisposeAsync()
    {
        await (_open?.DisposeAsync() ?? default);
        await (_closed?.DisposeAsync() ?? default);
    }

    [RedisFact]
    public async Task Start_OptionWithoutEffect_IsLoggedOnceItIsStarted()
    {
        using var loggers = new RecordingLoggers();
        await using var driver = new RedisDriver(
            new DriverSettings(BackendUrl.Parse(_open.Url("timeout=3&lock_timeout=3")), MemberId.FromText("net")) { Loggers = loggers });
        Assert.Empty(loggers.Entries);

        await driver.StartAsync();
        await driver.StopAsync();
        await driver.StartAsync();

        Assert.Contains("'lock_timeout'", Assert.Single(loggers.Entries).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public Task Start_UnixSocket_Works() => AssertWorksAsync($"redis://{_open.SocketPath}?timeout=3");

    [RedisFact]
    public Task Start_DatabaseAndNamespace_Works() => AssertWorksAsync(_open.Url("timeout=3&db=3&namespace=x"));

    [RedisFact]
    public Task Start_HostName_Works() => AssertWorksAsync($"redis://localhost:{_open.Port}?timeout=3");

    [RedisFact]
    public Task Start_Password_Works() => AssertWorksAsync(_closed.Url("timeout=3"));

    [RedisFact]
    public Task Start_UserAndPassword_Works() => AssertWorksAsync($"redis://joe:{Password}@127.0.0.1:{_closed.Port}?timeout=3");

    [RedisFact]
    public Task Start_PasswordOnUnixSocket_Works() => AssertWorksAsync($"redis://:{Password}@{_closed.SocketPath}?timeout=3");

    [RedisFact]
    public Task Start_EveryConnectionOption_Works() => AssertWorksAsync(
        _open.Url("timeout=3&socket_timeout=2&socket_connect_timeout=1&socket_keepalive=1&health_check_interval=5&encoding=latin1"));

    [RedisToozFact]
    public async Task Start_PasswordAsWritten_IsWhatToozTakes()
    {
        await using var tooz = new ToozShell();
        await tooz.StartAsync("py", _closed.Url("timeout=3"), "py");
        await tooz.RunAsync("create", "py", Group);

        await using RedisDriver driver = await Drivers.StartAsync(_closed.Url("timeout=3"), "net");
        Assert.Equal([Group], await driver.GetGroupsAsync());
    }

    [RedisTheory]
    [InlineData("redis://127.0.0.1:{0}")]
    [InlineData("redis://:wr0ng-secret@127.0.0.1:{0}")]
    [InlineData("redis://joe:wr0ng-secret@127.0.0.1:{0}")]
    public async Task Start_CredentialsRefused_ThrowsConnectionWithoutTheSecret(string url)
    {
        await using RedisDriver driver = Drivers.Create($"{string.Format(null, url, _closed.Port)}?timeout=2", "net");

        var error = await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.StartAsync().AsTask());

        Assert.DoesNotContain("wr0ng-secret", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Start_ServerQuotesTheSecret_IsNotShown()
    {
        // A server that knows no AUTH answers with the arguments it was given.
        await using RedisServer server = await RedisServer.StartAsync(new RedisServerOptions { RenamedAuth = true });
        await using RedisDriver driver = Drivers.Create($"redis://:qu0ted-secret@127.0.0.1:{server.Port}?timeout=2", "net");

        var error = await Assert.ThrowsAnyAsync<CoordinationException>(() => driver.StartAsync().AsTask());

        Assert.DoesNotContain("qu0ted-secret", error.ToString(), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Borrowed_Multiplexer_IsUsedAndKept()
    {
        await using ConnectionMultiplexer lent = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_open.Port}");
        var registry = new CoordinationDriverRegistry().AddRedis(_ => lent);
        ICoordinationDriver driver = registry.Create(
            new DriverSettings(BackendUrl.Parse("redis://unused?timeout=3&db=2"), MemberId.FromText("net")));

        await driver.StartAsync();
        await driver.JoinOrCreateGroupAsync(Group);
        Assert.Equal(TimeSpan.FromSeconds(3), await driver.HeartbeatAsync());
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
        Assert.True(await lent.GetDatabase(2).KeyExistsAsync("_tooz_beats:net"));
        await driver.DisposeAsync();

        Assert.True(lent.IsConnected);
        Assert.False(await lent.GetDatabase(2).KeyExistsAsync("_tooz_beats:net"));
    }

    [RedisFact]
    public async Task Borrowed_FromTheHost_IsUsedAndKept()
    {
        await using ConnectionMultiplexer lent = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_open.Port}");
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConnectionMultiplexer>(lent);
        services.AddPartitionCoordinator(options =>
        {
            options.BackendUrl = "redis://unused?timeout=3";
            options.GroupId = Group;
            options.MemberId = "net";
        }).AddRedisDriver(host => host.GetRequiredService<IConnectionMultiplexer>());
        await using ServiceProvider host = services.BuildServiceProvider();
        PartitionCoordinator coordinator = host.GetRequiredService<PartitionCoordinator>();

        await coordinator.StartAsync();
        Assert.Equal(["a"], await coordinator.ExtractMySubsetAsync(Group, ["a"], item => item));
        Assert.True(await lent.GetDatabase().KeyExistsAsync("_tooz_beats:net"));
        await coordinator.StopAsync();

        Assert.True(lent.IsConnected);
        Assert.False(await lent.GetDatabase().KeyExistsAsync("_tooz_beats:net"));
    }

    [RedisFact]
    public async Task Scripts_Flushed_AreSentAgain()
    {
        await using RedisDriver driver = await Drivers.StartAsync(_open.Url("timeout=3"), "net");
        await driver.JoinOrCreateGroupAsync(Group);

        await RedisCli.RunAsync(_open.Port, "script", "flush");

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }

    [RedisFact]
    public async Task Heartbeat_Cancelled_ThrowsCanceled()
    {
        await using RedisDriver driver = await Drivers.StartAsync(_open.Url("timeout=30"), "net");
        await driver.HeartbeatAsync();
        _open.Pause();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.HeartbeatAsync(cancel.Token).AsTask());

        _open.Resume();
        await driver.HeartbeatAsync();
    }

    private static async Task AssertWorksAsync(string url)
    {
        await using RedisDriver driver = await Drivers.StartAsync(url, "net");
        await driver.JoinOrCreateGroupAsync(Group);
        Assert.Equal(TimeSpan.FromSeconds(3), await driver.HeartbeatAsync());
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }
}
