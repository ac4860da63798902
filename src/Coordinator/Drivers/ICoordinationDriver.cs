namespace RingPerf.Coordination;

/// <summary>A member's connection to a store of groups. It yields members and knows nothing of work or rings.</summary>
/// <remarks>
/// <para>Semantics are those of a tooz coordinator. A group exists from its creation to its deletion, empty or not. A member is in a
/// group until it leaves, or until no heartbeat has kept it alive for the membership timeout. A heartbeat keeps a member alive and
/// never puts it back into a group: who finds itself missing joins again.</para>
/// <para>Every operation but <see cref="StartAsync"/> needs a started driver, and ends within <see cref="Timeout"/> by
/// <see cref="CoordinationTimeoutException"/>. Errors of the back end's client are raised as <see cref="CoordinationException"/>,
/// never as the client's own. Group ids are non-empty text without lone surrogates, strict UTF-8 on the wire; any other, and one that
/// the back end cannot hold, is an <see cref="ArgumentException"/>. A group whose id is no valid UTF-8 cannot be named and is not listed.
/// Any operations may run at the same time.</para>
/// </remarks>
public interface ICoordinationDriver : IAsyncDisposable
{
    /// <summary>The name under which this driver joins.</summary>
    MemberId MemberId { get; }

    /// <summary>Whether the driver was started and not stopped. A back end that dies does not change it.</summary>
    bool IsStarted { get; }

    /// <summary>The longest that one operation takes: the URL's <c>timeout</c>.</summary>
    TimeSpan Timeout { get; }

    /// <summary>The groups that this driver joined and, as far as it knows, is still in.</summary>
    IReadOnlyCollection<string> JoinedGroups { get; }

    /// <summary>The watches made and not removed.</summary>
    IReadOnlyCollection<MembershipWatch> Watches { get; }

    /// <summary>Connects, and makes the member alive. A failed start may be tried again.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DriverStateException">The driver is started, or its stop is under way.</exception>
    /// <exception cref="CoordinationException">The back end refused or did not answer.</exception>
    ValueTask StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Leaves every joined group, gives up the member's life and disconnects.</summary>
    /// <remarks>The driver is stopped afterwards even where this throws; what it could not remove then expires.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DriverStateException">The driver is not started.</exception>
    /// <exception cref="CoordinationException">The back end refused or did not answer.</exception>
    ValueTask StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates an empty group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupAlreadyExistsException">The group exists.</exception>
    ValueTask CreateGroupAsync(string groupId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an empty group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupNotCreatedException">The group does not exist.</exception>
    /// <exception cref="GroupNotEmptyException">The group has members.</exception>
    ValueTask DeleteGroupAsync(string groupId, CancellationToken cancellationToken = default);

    /// <summary>Every group of the store.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ids, in no order.</returns>
    ValueTask<IReadOnlyList<string>> GetGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Joins a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="capabilities">What the member says of itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupNotCreatedException">The group does not exist.</exception>
    /// <exception cref="MemberAlreadyExistsException">The group has a member of this name, of this driver or another.</exception>
    ValueTask JoinGroupAsync(
        string groupId, MemberCapabilities capabilities = default, CancellationToken cancellationToken = default);

    /// <summary>Leaves a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupNotCreatedException">The group does not exist, where the back end can tell.</exception>
    /// <exception cref="MemberNotJoinedException">The group has no member of this name.</exception>
    ValueTask LeaveGroupAsync(string groupId, CancellationToken cancellationToken = default);

    /// <summary>The members of a group that are alive.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The members, each once, in no order.</returns>
    /// <exception cref="GroupNotCreatedException">The group does not exist.</exception>
    ValueTask<IReadOnlyList<MemberId>> GetMembersAsync(string groupId, CancellationToken cancellationToken = default);

    /// <summary>The members of a group that are alive, with what each says of itself.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The members, each once, in no order.</returns>
    /// <exception cref="GroupNotCreatedException">The group does not exist.</exception>
    ValueTask<IReadOnlyList<GroupMember>> GetMembersWithCapabilitiesAsync(string groupId, CancellationToken cancellationToken = default);

    /// <summary>What a member said of itself.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it said when it joined, or last since.</returns>
    /// <exception cref="GroupNotCreatedException">The group does not exist, where the back end can tell.</exception>
    /// <exception cref="MemberNotJoinedException">The group has no such member.</exception>
    ValueTask<MemberCapabilities> GetCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken = default);

    /// <summary>Replaces what this member says of itself.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="capabilities">The new value.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupNotCreatedException">The group does not exist, where the back end can tell.</exception>
    /// <exception cref="MemberNotJoinedException">The group has no member of this name.</exception>
    ValueTask UpdateCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken = default);

    /// <summary>Keeps the member alive.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How long it stays alive from now without another beat: the membership timeout.</returns>
    ValueTask<TimeSpan> HeartbeatAsync(CancellationToken cancellationToken = default);

    /// <summary>Watches a group for members that join or for members that leave.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="change">The kind of change.</param>
    /// <param name="callback">Called by <see cref="RunWatchersAsync"/> for each change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The watch, to remove it by.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="change"/> is undefined.</exception>
    /// <exception cref="GroupNotCreatedException">The group does not exist; no watch is kept.</exception>
    ValueTask<MembershipWatch> WatchAsync(
        string groupId, MembershipChange change, Action<MembershipEvent> callback, CancellationToken cancellationToken = default);

    /// <summary>Removes a watch.</summary>
    /// <param name="watch">The watch.</param>
    /// <exception cref="ArgumentNullException"><paramref name="watch"/> is null.</exception>
    /// <exception cref="WatchNotFoundException">The driver does not have it.</exception>
    void Unwatch(MembershipWatch watch);

    /// <summary>Reads every watched group once and reports what changed since the last time.</summary>
    /// <remarks>A group that is gone counts as one that everybody left. A group whose members no longer include this one is dropped
    /// from <see cref="JoinedGroups"/>. Each change is reported once, even where a callback throws: the error of
    /// the first that does is raised behind the last callback.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RunWatchersAsync(CancellationToken cancellationToken = default);
}
