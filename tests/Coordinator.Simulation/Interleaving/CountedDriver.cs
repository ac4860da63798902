using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>A driver of the in-memory store whose operations take time there and back, and that tells when it is used and released.</summary>
internal sealed class CountedDriver(DriverSettings settings, InMemoryStore store, SimulatedProcess process, SeededDraws draws, TimeSpan life)
    : CoordinationDriver(settings, TimeSpan.FromSeconds(2))
{
    private const double FailureOdds = 0.08;

    /// <summary>Whether it ever connected, so that it must be released.</summary>
    internal bool WasConnected { get; private set; }

    internal bool IsReleased { get; private set; }

    /// <summary>Whether a join or a leave was cut off, so that nobody can know if the store lists the member.</summary>
    internal bool IsMembershipUncertain { get; private set; }

    /// <summary>What it did that no driver may be made to do; null for nothing.</summary>
    internal string? Misuse { get; private set; }

    protected override ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        WasConnected = true;
        return CallAsync(() => store.KeepAlive(MemberId, life), cancellationToken);
    }

    protected override ValueTask DisconnectAsync(CancellationToken cancellationToken) =>
        CallAsync(() => store.EndLife(MemberId), cancellationToken, fails: false);

    protected override ValueTask CreateAsync(string groupId, CancellationToken cancellationToken) =>
        CallAsync(() => store.Create(groupId), cancellationToken);

    protected override ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken) =>
        CallAsync(() => store.Delete(groupId), cancellationToken);

    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> groups = [];
        await CallAsync(() => groups = store.List(), cancellationToken);
        return groups;
    }

    protected override ValueTask JoinAsync(string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        CertainAsync(() => store.Join(groupId, MemberId, capabilities), fails: true, cancellationToken);

    protected override ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken) =>
        CertainAsync(() => store.Leave(groupId, MemberId), fails: false, cancellationToken);

    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(string groupId, CancellationToken cancellationToken)
    {
        IReadOnlyList<MemberId> members = [];
        await CallAsync(
            () => members = [.. store.ReadMembers(groupId, MemberId, PurgesExpired, out _).Select(member => member.Id)], cancellationToken);
        return members;
    }

    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken)
    {
        MemberCapabilities capabilities = default;
        await CallAsync(() => capabilities = store.ReadCapabilities(groupId, memberId), cancellationToken);
        return capabilities;
    }

    protected override ValueTask WriteCapabilitiesAsync(string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        CallAsync(() => store.WriteCapabilities(groupId, MemberId, capabilities), cancellationToken);

    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken)
    {
        await CallAsync(() => store.KeepAlive(MemberId, life), cancellationToken);
        return life;
    }

    protected override ValueTask ReleaseAsync()
    {
        IsReleased = true;
        return ValueTask.CompletedTask;
    }

    private async ValueTask CertainAsync(Action apply, bool fails, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(apply, cancellationToken, fails);
        }
        catch (OperationCanceledException)
        {
            IsMembershipUncertain = true;
            throw;
        }
    }

    // A call that is cancelled on its way there is not made.
    private async ValueTask CallAsync(Action apply, CancellationToken cancellationToken, bool fails = true)
    {
        if (IsReleased)
        {
            Misuse ??= "an operation began on a driver that had been released";
        }

        await PassAsync(cancellationToken);
        if (fails && draws.Chance(FailureOdds))
        {
            throw new CoordinationConnectionException("The store is away.");
        }

        apply();
        await PassAsync(cancellationToken);
    }

    private Task PassAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(draws.Whole(0, 4)), process.Time, cancellationToken);
}
