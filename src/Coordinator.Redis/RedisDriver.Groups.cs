using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

public sealed partial class RedisDriver
{
    /// <inheritdoc/>
    protected override void CheckGroupId(string groupId) => _keys.GroupId(groupId);

    /// <inheritdoc/>
    protected override async ValueTask CreateAsync(string groupId, CancellationToken cancellationToken) =>
        await RunAsync(
            ToozScripts.Create, groupId, MemberId, [_keys.Groups, _keys.Group(groupId)], [_keys.GroupId(groupId)], cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async ValueTask DeleteAsync(string groupId, CancellationToken cancellationToken) =>
        await RunAsync(
            ToozScripts.Delete, groupId, MemberId, [_keys.Groups, _keys.Group(groupId)], [_keys.GroupId(groupId)], cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        RedisValue[] ids = await AskAsync("GetGroups", database => database.SetMembersAsync(_keys.Groups), cancellationToken)
            .ConfigureAwait(false);
        var groups = new List<string>(ids.Length);
        foreach (RedisValue id in ids)
        {
            if (_keys.TryReadGroupId((byte[])id!, out string? group))
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    /// <inheritdoc/>
    protected override async ValueTask JoinAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        await RunAsync(
            ToozScripts.Join, groupId, MemberId, [_keys.Group(groupId), _keys.Beat(MemberId)],
            [Name(MemberId), capabilities.Encoded, ToozBeat.Milliseconds(_settings), ToozBeat.Value.ToArray()], cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken) =>
        await RunAsync(ToozScripts.Leave, groupId, MemberId, [_keys.Group(groupId)], [Name(MemberId)], cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MemberId>> ReadMembersAsync(string groupId, CancellationToken cancellationToken)
    {
        RedisResult answer = await ReadGroupAsync(groupId, values: false, cancellationToken).ConfigureAwait(false);
        return Names(answer[0]);
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<GroupMember>> ReadMembersWithCapabilitiesAsync(
        string groupId, CancellationToken cancellationToken)
    {
        RedisResult answer = await ReadGroupAsync(groupId, values: true, cancellationToken).ConfigureAwait(false);
        var values = (byte[][])answer[1]!;
        return [.. Names(answer[0]).Select((name, index) => new GroupMember(name, MemberCapabilities.FromEncoded(values[index])))];
    }

    /// <inheritdoc/>
    protected override async ValueTask<MemberCapabilities> ReadCapabilitiesAsync(
        string groupId, MemberId memberId, CancellationToken cancellationToken)
    {
        RedisResult answer = await RunAsync(
            ToozScripts.ReadCapabilities, groupId, memberId, [_keys.Group(groupId)], [Name(memberId)], cancellationToken)
            .ConfigureAwait(false);
        return MemberCapabilities.FromEncoded((byte[])answer[0]!);
    }

    /// <inheritdoc/>
    protected override async ValueTask WriteCapabilitiesAsync(
        string groupId, MemberCapabilities capabilities, CancellationToken cancellationToken) =>
        await RunAsync(
            ToozScripts.WriteCapabilities, groupId, MemberId, [_keys.Group(groupId)], [Name(MemberId), capabilities.Encoded],
            cancellationToken).ConfigureAwait(false);

    private async ValueTask<RedisResult> ReadGroupAsync(
        string groupId, bool values, CancellationToken cancellationToken, [CallerMemberName] string operation = "")
    {
        RedisResult answer = await RunAsync(
            ToozScripts.Members, groupId, MemberId, [_keys.Group(groupId)],
            [Name(MemberId), _keys.BeatPrefix, PurgesExpired, values], cancellationToken, operation).ConfigureAwait(false);
        ReportPurged(groupId, Names(answer[2]));
        return answer;
    }

    private static MemberId[] Names(RedisResult names) => [.. ((byte[][])names!).Select(name => MemberId.FromBytes(name))];

    private static RedisValue Name(MemberId member) => member.Bytes.ToArray();

    private async ValueTask<RedisResult> RunAsync(
        string script, string groupId, MemberId member, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken,
        [CallerMemberName] string operation = "")
    {
        RedisResult answer = await AskAsync(
            operation, database => database.ScriptEvaluateAsync(script, keys, arguments), cancellationToken)
            .ConfigureAwait(false);
        if (answer.Resp2Type != ResultType.Integer)
        {
            return answer;
        }

        return (int)answer switch
        {
            >= 0 => answer,
            ToozScripts.NoGroup => throw new GroupNotCreatedException(groupId),
            ToozScripts.NoMember => throw new MemberNotJoinedException(groupId, member),
            ToozScripts.MemberThere => throw new MemberAlreadyExistsException(groupId, member),
            ToozScripts.GroupThere => throw new GroupAlreadyExistsException(groupId),
            ToozScripts.NotEmpty => throw new GroupNotEmptyException(groupId),
            int other => throw new CoordinationException($"{operation}: the script answered {other}, which it never does."),
        };
    }
}
