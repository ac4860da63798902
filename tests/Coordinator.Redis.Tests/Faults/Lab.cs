using System.Globalization;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>A server of its own, a fleet on it, and bounds that are stated, measured and printed.</summary>
/// <param name="output">Where what was measured is printed.</param>
public abstract class Lab(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>How long a beat holds: T.</summary>
    protected static readonly TimeSpan Life = TimeSpan.FromSeconds(2);

    /// <summary>The URL's timeout: the longest that an operation takes.</summary>
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    /// <summary>Time between two polls: P.</summary>
    protected static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.2);

    /// <summary>Time between two beats: H.</summary>
    protected static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.4);

    /// <summary>What the test's own looking adds to a bound.</summary>
    protected static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>Long enough for interpreters to start on a busy machine.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected const string Group = "alarm_evaluator";

    private static Task? Warm;

    private readonly ItemsFile _items = ItemsFile.Create(300);
    private RedisServer? _server;

    protected RedisServer Server => _server ?? throw new InvalidOperationException($"The tests need {RedisServer.Requirement}.");

    protected Fleet Fleet { get; private set; } = null!;

    protected IReadOnlyList<string> Items => _items.Items;

    protected virtual RedisServerOptions ServerOptions => new();

    public virtual async Task InitializeAsync()
    {
        Fleet = new Fleet(_items.Items);
        if (RedisServer.IsInstalled)
        {
            _server = await RedisServer.StartAsync(ServerOptions);
            await (Warm ??= WarmUpAsync(_server));
        }
    }

    public virtual async Task DisposeAsync()
    {
        await Fleet.DisposeAsync();
        await (_server?.DisposeAsync() ?? default);
        _items.Dispose();
    }

    /// <summary>Compiles the client's code: its first use takes a busy machine longer than a deadline here.</summary>
    private static async Task WarmUpAsync(RedisServer server)
    {
        await using RedisDriver driver = await Drivers.StartAsync(server.Url(), "warm-up");
        await driver.JoinOrCreateGroupAsync("warm-up");
        await driver.GetMembersAsync("warm-up");
        await driver.LeaveGroupAsync("warm-up");
        await driver.DeleteGroupAsync("warm-up");
    }

    /// <summary>The server's URL with this lab's timeouts.</summary>
    protected string Url(int? port = null) => Server.Url(Query, port);

    protected static string Query => string.Create(
        CultureInfo.InvariantCulture, $"timeout={Deadline.TotalSeconds}&membership_timeout={Life.TotalSeconds}");

    protected AgentOptions Options(string member, string? url = null) =>
        new(url ?? Url(), Group, member, _items.Path) { Poll = Poll, Heartbeat = Beat };

    protected CoordinatorAgent AddDotNet(string member, string? url = null) => Fleet.Add(DotNetAgent.Start(Options(member, url)));

    protected AgentProcess AddDotNetProcess(string member, string? url = null) =>
        Fleet.Add(DotNetAgent.StartProcess(Options(member, url)));

    protected AgentProcess AddPython(string member, string? url = null) => Fleet.Add(PythonAgent.Start(Options(member, url)));

    /// <summary>Waits until the fleet is settled, and prints nothing: what comes before the fault.</summary>
    protected Task SettleAsync() => Fleet.ExactSplitAsync(Patience);

    /// <summary>Waits until the fleet is settled, which must take no longer than a bound.</summary>
    protected async Task MeasureAsync(string what, TimeSpan bound) => Report(what, await Fleet.ExactSplitAsync(bound + Slack), bound);

    /// <summary>Prints a measured time beside its bound, and holds it to it.</summary>
    protected void Report(string what, TimeSpan measured, TimeSpan bound)
    {
        TimeSpan waited = MachineWait.Within(measured);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {measured.TotalSeconds:0.00} s, bound {bound.TotalSeconds:0.0} s, {Slack.TotalSeconds:0.0} s of slack, {waited.TotalSeconds:0.00} s held up by the machine");
        output.WriteLine(line);
        Assert.True(measured <= bound + Slack + waited, line);
    }

    protected void Print(string line) => output.WriteLine(line);
}
