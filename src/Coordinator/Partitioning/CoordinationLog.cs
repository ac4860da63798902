using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>Every message of the coordinator; an event id keeps its meaning.</summary>
internal static partial class CoordinationLog
{
    [LoggerMessage(1, LogLevel.Information, "Coordination backend {Url} started, as member {MemberId}.")]
    internal static partial void BackendStarted(this ILogger logger, BackendUrl url, MemberId memberId);

    [LoggerMessage(2, LogLevel.Error, "Error connecting to coordination backend {Url}.")]
    internal static partial void ConnectFailed(this ILogger logger, Exception error, BackendUrl url);

    [LoggerMessage(3, LogLevel.Error, "Error stopping the connection to coordination backend {Url}.")]
    internal static partial void StopFailed(this ILogger logger, Exception error, BackendUrl url);

    [LoggerMessage(4, LogLevel.Error, "Error sending a heartbeat to coordination backend.")]
    internal static partial void HeartbeatFailed(this ILogger logger, Exception error);

    [LoggerMessage(5, LogLevel.Information, "Joined partitioning group {GroupId}.")]
    internal static partial void JoinedGroup(this ILogger logger, string groupId);

    [LoggerMessage(6, LogLevel.Error, "Error joining partitioning group {GroupId}, retrying.")]
    internal static partial void JoinFailed(this ILogger logger, Exception error, string groupId);

    [LoggerMessage(7, LogLevel.Information, "Left partitioning group {GroupId}.")]
    internal static partial void LeftGroup(this ILogger logger, string groupId);

    [LoggerMessage(8, LogLevel.Error, "Error leaving partitioning group {GroupId}; the member expires there.")]
    internal static partial void LeaveFailed(this ILogger logger, Exception error, string groupId);

    [LoggerMessage(9, LogLevel.Warning,
        "Cannot extract tasks because agent {MemberId} failed to join group {GroupId} properly. Rejoining group.")]
    internal static partial void SelfMissing(this ILogger logger, MemberId memberId, string groupId);

    [LoggerMessage(10, LogLevel.Error, "Error getting members of partitioning group {GroupId}; this agent's share is empty.")]
    internal static partial void MembersUnreadable(this ILogger logger, Exception error, string groupId);

    [LoggerMessage(11, LogLevel.Debug, "Members of group {GroupId}: {Members}; me: {MemberId}.", SkipEnabledCheck = true)]
    internal static partial void MembersRead(this ILogger logger, string groupId, string members, MemberId memberId);

    [LoggerMessage(12, LogLevel.Debug, "My share of group {GroupId}: {Share} items.")]
    internal static partial void ShareExtracted(this ILogger logger, string groupId, int share);

    [LoggerMessage(13, LogLevel.Warning,
        "Group {GroupId} has a member {MemberId} already: a predecessor that has not expired, or another process of the same name, "
        + "which would do the same work twice.")]
    internal static partial void NameTaken(this ILogger logger, string groupId, MemberId memberId);

    [LoggerMessage(14, LogLevel.Warning,
        "{Count} positions of the ring of group {GroupId} are shared by labels of two members; agents in Python may give them to "
        + "the other one.")]
    internal static partial void RingCollides(this ILogger logger, int count, string groupId);

    [LoggerMessage(15, LogLevel.Warning,
        "Coordination is not active, so the whole input is this agent's share; a second agent would do the same work twice.")]
    internal static partial void PassingThrough(this ILogger logger);
}
