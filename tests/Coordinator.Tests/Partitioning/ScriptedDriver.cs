namespace RingPerf.Coordination.Tests;

internal sealed class ScriptedDriver : CoordinationDriver
{
    private readonly Script _script;

    internal ScriptedDriver(DriverSettings settings, Script script)
        : this(settings, script, settings.Url.GetSeconds("timeout") ?? TimeSpan.FromSeconds(30))
    {
    }

    internal ScriptedDriver(DriverSettings settings, Script script, TimeSpan timeout)
        : base(settings, timeout)
    {
        _script = script;
        _script.DriversMade++;
    }

    internal void Purge(string groupId, IReadOnlyList<MemberId> members) => ReportPurged(groupId, members);

    protected override ValueTask ConnectAsync(CancellationToken cancellationToken) => RunAsync("start", cancellationToken);

    protected override ValueTask DisconnectAsync(CancellationToken cancellationToken) => RunAsync("stop", cancellationToken);

    protected override ValueTask ReleaseAsync()
    {
        _script.DriversDisposed++;
        return ValueTask.CompletedTask;
    }

    protected override ValueTask CreateAsync(string groupId, CancellationToken cancellationToken) => RunAsync("create", cancellationToken);

    protected override ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken) => RunAsync("delete", cancellationToken);

    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await RunAsync("list", cancellationToken);
        return [];
    }

    protected override ValueTask JoinAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) => RunAsync("join", cancellationToken);

    protected override ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken) => RunAsync("leave", cancellationToken);

    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(
        string groupId, CancellationToken cancellationToken)
    {
        await RunAsync("get", cancellationToken);
        return [.. _script.Members.Select(MemberId.FromText)];
    }

    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken)
    {
        await RunAsync("capabilities", cancellationToken);
        return default;
    }

    protected override ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) => RunAsync("update", cancellationToken);

    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken)
    {
        await RunAsync("beat", cancellationToken);
        return TimeSpan.FromSeconds(30);
    }

    private ValueTask RunAsync(string operation, CancellationToken cancellationToken)
    {
        _script.Run(operation, Time.GetUtcNow());
        return new ValueTask(_script.Waits(operation).WaitAsync(cancellationToken));
    }
}
