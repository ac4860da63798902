using Google.Protobuf;
using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Etcd.Keys;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd;

public sealed partial class EtcdDriver
{
    /// <inheritdoc/>
    protected override void CheckGroupId(string groupId)
    {
        if (groupId.Contains((char)GroupKeys.Separator))
        {
            throw new ArgumentException(
                $"The group id '{groupId}' has a '/', which tooz's layout reads as the end of a group; it must have none.",
                nameof(groupId));
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask CreateAsync(string groupId, CancellationToken cancellationToken)
    {
        ByteString group = GroupKeys.Group(groupId);
        TxnResponse answer = await RunAsync(
            new TxnRequest { Compare = { Txn.IsAbsent(group) }, Success = { Txn.Put(group, _groupValueIsKey ? group : ByteString.Empty) } },
            repeatable: false,
            cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            throw new GroupAlreadyExistsException(groupId);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken)
    {
        ByteString group = GroupKeys.Group(groupId);
        TxnResponse answer = await RunAsync(
            new TxnRequest
            {
                Compare = { Txn.Exists(group), Txn.IsAbsent(GroupKeys.FirstMember(group), GroupKeys.End(group)) },
                Success = { Txn.Delete(group) },
                Failure = { Txn.Get(group) },
            },
            repeatable: false,
            cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            throw answer.Found(0) is null ? new GroupNotCreatedException(groupId) : new GroupNotEmptyException(groupId);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        RangeResponse answer = await ReadAsync(GroupKeys.All, values: false, cancellationToken).ConfigureAwait(false);
        return [.. answer.Kvs.Select(pair => GroupKeys.GroupOf(pair.Key)).OfType<string>()];
    }

    /// <inheritdoc/>
    protected override async ValueTask JoinAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken)
    {
        // A lease that lapsed unnoticed would take the member with it.
        await _lease.KeepAliveAsync(cancellationToken).ConfigureAwait(false);
        ByteString group = GroupKeys.Group(groupId);
        ByteString member = GroupKeys.Member(group, MemberId);
        TxnResponse answer = await RunWithLeaseAsync(
            lease => new TxnRequest
            {
                Compare = { Txn.Exists(group), Txn.IsAbsent(member) },
                Success = { Txn.Put(member, Txn.Bytes(capabilities), lease) },
                Failure = { Txn.Get(group), Txn.Get(member) },
            },
            cancellationToken).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            return;
        }

        // The group first, unlike tooz: a member left over without its group must be able to make it anew.
        if (answer.Found(0) is null)
        {
            throw new GroupNotCreatedException(groupId);
        }

        // A member under this very lease is an earlier call of this one, whose answer was lost.
        bool own = answer.Found(1)?.Lease == _lease.Id && !JoinedGroups.Contains(groupId);
        if (!own)
        {
            throw new MemberAlreadyExistsException(groupId, MemberId);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken)
    {
        ByteString member = GroupKeys.Member(GroupKeys.Group(groupId), MemberId);
        TxnResponse answer = await RunAsync(
            new TxnRequest { Compare = { Txn.Exists(member) }, Success = { Txn.Delete(member) } },
            repeatable: false,
            cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            throw new MemberNotJoinedException(groupId, MemberId);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(string groupId, CancellationToken cancellationToken)
    {
        ByteString group = GroupKeys.Group(groupId);
        IEnumerable<KeyValue> members = await ReadGroupAsync(group, groupId, values: false, cancellationToken).ConfigureAwait(false);
        return [.. members.Select(pair => GroupKeys.MemberOf(group, pair.Key))];
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<GroupMember>> ReadMembersWithCapabilitiesAsync(
        string groupId, CancellationToken cancellationToken)
    {
        ByteString group = GroupKeys.Group(groupId);
        IEnumerable<KeyValue> members = await ReadGroupAsync(group, groupId, values: true, cancellationToken).ConfigureAwait(false);
        return
        [
            .. members.Select(pair => new GroupMember(
                GroupKeys.MemberOf(group, pair.Key), MemberCapabilities.FromEncoded(pair.Value.Span))),
        ];
    }

    /// <inheritdoc/>
    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken)
    {
        ByteString member = GroupKeys.Member(GroupKeys.Group(groupId), memberId);
        TxnResponse answer = await RunAsync(
            new TxnRequest { Success = { Txn.Get(member) } }, repeatable: true, cancellationToken).ConfigureAwait(false);
        return answer.Found(0) is { } found && !memberId.IsEmpty
            ? MemberCapabilities.FromEncoded(found.Value.Span)
            : throw new MemberNotJoinedException(groupId, memberId);
    }

    /// <inheritdoc/>
    protected override async ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken)
    {
        ByteString member = GroupKeys.Member(GroupKeys.Group(groupId), MemberId);
        TxnResponse answer = await RunWithLeaseAsync(
            lease => new TxnRequest
            {
                Compare = { Txn.Exists(member) },
                Success = { Txn.Put(member, Txn.Bytes(capabilities), lease) },
            },
            cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            throw new MemberNotJoinedException(groupId, MemberId);
        }
    }

    private Task<TxnResponse> RunAsync(TxnRequest request, bool repeatable, CancellationToken cancellationToken) =>
        _connection.CallAsync(
            (clients, options) => clients.Kv.TxnAsync(request, options).ResponseAsync, repeatable, cancellationToken);

    /// <summary>Runs a transaction that puts under the lease; under another one where etcd says that it is gone.</summary>
    private async Task<TxnResponse> RunWithLeaseAsync(Func<long, TxnRequest> request, CancellationToken cancellationToken)
    {
        long lease = _lease.Id;
        try
        {
            return await RunAsync(request(lease), repeatable: true, cancellationToken).ConfigureAwait(false);
        }
        catch (CoordinationException e) when (EtcdFailure.IsLeaseGone(e))
        {
            await _lease.RenewAsync(lease, cancellationToken).ConfigureAwait(false);
            return await RunAsync(request(_lease.Id), repeatable: true, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IEnumerable<KeyValue>> ReadGroupAsync(
        ByteString group, string groupId, bool values, CancellationToken cancellationToken)
    {
        RangeResponse answer = await ReadAsync(group, values, cancellationToken).ConfigureAwait(false);
        // The group's key is the prefix itself, so it sorts first; its value differs between versions of tooz and is never read.
        return answer.Kvs.Count > 0 && answer.Kvs[0].Key == group ? answer.Kvs.Skip(1) : throw new GroupNotCreatedException(groupId);
    }

    private Task<RangeResponse> ReadAsync(ByteString prefix, bool values, CancellationToken cancellationToken)
    {
        var request = new RangeRequest { Key = prefix, RangeEnd = GroupKeys.End(prefix), KeysOnly = !values };
        return _connection.CallAsync(
            (clients, options) => clients.Kv.RangeAsync(request, options).ResponseAsync, repeatable: true, cancellationToken);
    }
}
