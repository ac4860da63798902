using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Simulation.Agents;

namespace RingPerf.Coordination.Simulation.Store;

/// <summary>A driver of the in-memory store whose every operation travels there and back.</summary>
internal sealed class SimulatedDriver(DriverSettings settings, SimulatedAgent agent, Network network)
    : CoordinationDriver(settings, agent.DriverTimeout)
{
    private readonly InMemoryStore _store = network.Store;
    private readonly TimeSpan _membershipTimeout = network.Settings.MembershipTimeout;

    protected override ValueTask ConnectAsync(CancellationToken cancellationToken) =>
        CallAsync("connect", () => _store.KeepAlive(MemberId, _membershipTimeout), cancellationToken);

    protected override ValueTask DisconnectAsync(CancellationToken cancellationToken) =>
        CallAsync("disconnect", () => _store.EndLife(MemberId), cancellationToken);

    protected override ValueTask CreateAsync(string groupId, CancellationToken cancellationToken) =>
        CallAsync("create", () => _store.Create(groupId), cancellationToken);

    protected override ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken) =>
        CallAsync("delete", () => _store.Delete(groupId), cancellationToken);

    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        await network.CallAsync(agent, "list", _store.List, cancellationToken);

    protected override ValueTask JoinAsync(string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        CallAsync("join", () => _store.Join(groupId, MemberId, capabilities), cancellationToken);

    protected override ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken) =>
        CallAsync("leave", () => _store.Leave(groupId, MemberId), cancellationToken);

    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(string groupId, CancellationToken cancellationToken)
    {
        agent.Reads(null);
        (MemberId[] members, List<MemberId> purged) = await network.CallAsync(agent, "read", Read, cancellationToken);
        ReportPurged(groupId, purged);
        return agent.Reads(network.InAnyOrder(members))!;

        (MemberId[], List<MemberId>) Read() =>
            ([.. _store.ReadMembers(groupId, MemberId, PurgesExpired, out List<MemberId> gone).Select(member => member.Id)], gone);
    }

    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken) =>
        await network.CallAsync(agent, "capabilities", () => _store.ReadCapabilities(groupId, memberId), cancellationToken);

    protected override ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        CallAsync("update", () => _store.WriteCapabilities(groupId, MemberId, capabilities), cancellationToken);

    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken)
    {
        TimeSpan begunAt = agent.Process.Time.Elapsed;
        await CallAsync("beat", () => _store.KeepAlive(MemberId, _membershipTimeout), cancellationToken);
        agent.Beat(begunAt);
        return _membershipTimeout;
    }

    private async ValueTask CallAsync(string operation, Action apply, CancellationToken cancellationToken) =>
        await network.CallAsync(
            agent,
            operation,
            () =>
            {
                apply();
                return true;
            },
            cancellationToken);
}
