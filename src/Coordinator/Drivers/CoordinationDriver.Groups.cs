using System.Runtime.CompilerServices;

namespace RingPerf.Coordination;

public abstract partial class CoordinationDriver
{
    /// <inheritdoc/>
    public ValueTask CreateGroupAsync(string groupId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => CreateAsync(groupId, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteGroupAsync(string groupId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => DeleteAsync(groupId, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> GetGroupsAsync(CancellationToken cancellationToken = default)
    {
        CheckStarted();
        return BoundAsync(ListAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask JoinGroupAsync(
        string groupId, MemberCapabilities capabilities = default, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        await BoundAsync(token => JoinAsync(groupId, capabilities, token), cancellationToken).ConfigureAwait(false);
        lock (_sets)
        {
            _joined.Add(groupId);
        }
    }

    /// <inheritdoc/>
    public async ValueTask LeaveGroupAsync(string groupId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        try
        {
            await BoundAsync(token => LeaveAsync(groupId, token), cancellationToken).ConfigureAwait(false);
            Forget(groupId);
        }
        catch (CoordinationException e) when (e is MemberNotJoinedException or GroupNotCreatedException)
        {
            Forget(groupId);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MemberId>> GetMembersAsync(string groupId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => ReadMembersAsync(groupId, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<GroupMember>> GetMembersWithCapabilitiesAsync(
        string groupId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => ReadMembersWithCapabilitiesAsync(groupId, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<MemberCapabilities> GetCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => ReadCapabilitiesAsync(groupId, memberId, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask UpdateCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken = default)
    {
        Check(groupId);
        return BoundAsync(token => WriteCapabilitiesAsync(groupId, capabilities, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan> HeartbeatAsync(CancellationToken cancellationToken = default)
    {
        CheckStarted();
        return BoundAsync(BeatAsync, cancellationToken);
    }

    /// <summary>Refuses a group id that this back end cannot hold; the base has refused empty text and lone surrogates.</summary>
    /// <param name="groupId">The group.</param>
    /// <exception cref="ArgumentException">The id is refused.</exception>
    protected virtual void CheckGroupId(string groupId)
    {
    }

    /// <summary>Creates a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask CreateAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>Deletes an empty group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>Lists the groups whose ids are text.</summary>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    /// <returns>The ids, in no order.</returns>
    protected abstract ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts the member into a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="capabilities">The value to store beside it.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask JoinAsync(string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken);

    /// <summary>Takes the member out of a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>Reads the living members of a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    /// <returns>The members, each once, in no order.</returns>
    protected abstract ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(string groupId, CancellationToken cancellationToken);

    /// <summary>Reads the living members of a group, and the value stored beside each.</summary>
    /// <remarks>One request for the members and one for each value, unless a driver has a better way.</remarks>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    /// <returns>The members, each once, in no order.</returns>
    protected virtual async ValueTask<IReadOnlyList<GroupMember>> ReadMembersWithCapabilitiesAsync(
        string groupId, CancellationToken cancellationToken)
    {
        var members = new List<GroupMember>();
        foreach (MemberId member in await ReadMembersAsync(groupId, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                members.Add(new GroupMember(
                    member, await ReadCapabilitiesAsync(groupId, member, cancellationToken).ConfigureAwait(false)));
            }
            catch (MemberNotJoinedException)
            {
                // It left meanwhile.
            }
        }

        return members;
    }

    /// <summary>Reads the value stored beside a member.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    /// <returns>What the back end holds, unchanged.</returns>
    protected abstract ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken);

    /// <summary>Replaces the value stored beside this member.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="capabilities">The new value.</param>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken);

    /// <summary>Keeps the member alive.</summary>
    /// <remarks>A host calls it on a thread of its own and waits for it there, so that a starved thread pool costs no membership; it must
    /// not need the pool, then. There it has ended when it returns, and may block until then within a deadline of its own;
    /// <see cref="ClientThread"/> sees to both. The deadline that the token stands for comes from a timer, which does need the pool.
    /// </remarks>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    /// <returns>How long it stays alive from now.</returns>
    protected abstract ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken);

    private void Check(string groupId, [CallerMemberName] string operation = "")
    {
        GroupIds.Check(groupId);
        CheckGroupId(groupId);
        CheckStarted(operation);
    }

    private void CheckStarted([CallerMemberName] string operation = "")
    {
        if (!IsStarted)
        {
            throw new DriverStateException($"{operation} needs a started driver; this one is not started.");
        }
    }

    private void Forget(string groupId)
    {
        lock (_sets)
        {
            _joined.Remove(groupId);
        }
    }

    private void ForgetAll()
    {
        lock (_sets)
        {
            _joined.Clear();
        }
    }
}
