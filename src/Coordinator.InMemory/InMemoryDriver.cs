namespace RingPerf.Coordination.InMemory;

/// <summary>The driver of <c>memory://name[?timeout=30&amp;membership_timeout=30]</c>: groups within one process.</summary>
/// <remarks>Drivers of one name and one clock share a store, see <see cref="InMemoryStore"/>. <c>timeout</c> bounds an operation,
/// in seconds; <c>membership_timeout</c> is how long a beat holds, <c>timeout</c> unless given.</remarks>
public sealed class InMemoryDriver : CoordinationDriver
{
    /// <summary>The scheme of the driver's URLs.</summary>
    public const string Scheme = "memory";

    private const string TimeoutOption = "timeout";
    private const string MembershipTimeoutOption = "membership_timeout";
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _membershipTimeout;

    /// <summary>Makes a driver that is not started.</summary>
    /// <param name="settings">URL, name and clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="ArgumentException">The member id is empty.</exception>
    /// <exception cref="BackendUrlException">The URL has an option, or a part, that a store in memory has no use for.</exception>
    public InMemoryDriver(DriverSettings settings)
        : base(settings, Checked(settings).GetSeconds(TimeoutOption) ?? DefaultTimeout)
    {
        _membershipTimeout = settings.Url.GetSeconds(MembershipTimeoutOption) ?? Timeout;
        Store = InMemoryStore.Named(settings.Url.Host, settings.Time);
    }

    /// <summary>The store that this driver shares with those of the same name and clock.</summary>
    public InMemoryStore Store { get; }

    /// <inheritdoc/>
    protected override async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.KeepAlive(MemberId, _membershipTimeout);
    }

    /// <inheritdoc/>
    protected override async ValueTask DisconnectAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.EndLife(MemberId);
    }

    /// <inheritdoc/>
    protected override async ValueTask CreateAsync(string groupId, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.Create(groupId);
    }

    /// <inheritdoc/>
    protected override async ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.Delete(groupId);
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        return Store.List();
    }

    /// <inheritdoc/>
    protected override async ValueTask JoinAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.Join(groupId, MemberId, capabilities);
    }

    /// <inheritdoc/>
    protected override async ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.Leave(groupId, MemberId);
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(
        string groupId, CancellationToken cancellationToken)
    {
        IReadOnlyList<GroupMember> members = await ReadMembersWithCapabilitiesAsync(groupId, cancellationToken).ConfigureAwait(false);
        return [.. members.Select(member => member.Id)];
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<GroupMember>> ReadMembersWithCapabilitiesAsync(
        string groupId, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        GroupMember[] members = Store.ReadMembers(groupId, MemberId, PurgesExpired, out List<MemberId> purged);
        ReportPurged(groupId, purged);
        return members;
    }

    /// <inheritdoc/>
    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        return Store.ReadCapabilities(groupId, memberId);
    }

    /// <inheritdoc/>
    protected override async ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.WriteCapabilities(groupId, MemberId, capabilities);
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken).ConfigureAwait(false);
        Store.KeepAlive(MemberId, _membershipTimeout);
        return _membershipTimeout;
    }

    private static BackendUrl Checked(DriverSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        BackendUrl url = settings.Url;
        url.RefuseOptionsBut(TimeoutOption, MembershipTimeoutOption);
        return url is { User: null, Port: null, Path: "" or "/" }
            ? url
            : throw new BackendUrlException("A store in memory has no user, port or path; its URL is memory://name[?options].");
    }

    private ValueTask PassAsync(CancellationToken cancellationToken) => Store.Faults.PassAsync(MemberId, cancellationToken);
}
