using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>Every message of the coordinator; an event id keeps its meaning.</summary>
/// <remarks>Where a level is given, it is Error for the first failure of a run and Debug for those that repeat it.</remarks>
internal static partial class CoordinationLog
{
    [LoggerMessage(1, LogLevel.Information, "Coordination backend {Url} started, as member {MemberId}.")]
    internal static partial void BackendStarted(this ILogger logger, BackendUrl url, MemberId memberId);

    [LoggerMessage(EventId = 2, Message = "Error connecting to coordination backend {Url}.")]
    internal static partial void ConnectFailed(this ILogger logger, LogLevel level, Exception error, BackendUrl url);

    [LoggerMessage(3, LogLevel.Error, "Error stopping the connection to coordination backend {Url}.")]
    internal static partial void StopFailed(this ILogger logger, Exception error, BackendUrl url);

    [LoggerMessage(EventId = 4, Message = "Error sending a heartbeat to coordination backend.")]
    internal static partial void HeartbeatFailed(this ILogger logger, LogLevel level, Exception error);

    [LoggerMessage(5, LogLevel.Information, "Joined partitioning group {GroupId}.")]
    internal static partial void JoinedGroup(this ILogger logger, string groupId);

    [LoggerMessage(EventId = 6, Message = "Error joining partitioning group {GroupId}, retrying.")]
    internal static partial void JoinFailed(this ILogger logger, LogLevel level, Exception error, string groupId);

    [LoggerMessage(7, LogLevel.Information, "Left partitioning group {GroupId}.")]
    internal static partial void LeftGroup(this ILogger logger, string groupId);

    [LoggerMessage(8, LogLevel.Error, "Error leaving partitioning group {GroupId}; the member expires there.")]
    internal static partial void LeaveFailed(this ILogger logger, Exception error, string groupId);

    [LoggerMessage(9, LogLevel.Warning,
        "Cannot extract tasks because agent {MemberId} failed to join group {GroupId} properly. Rejoining group.")]
    internal static partial void SelfMissing(this ILogger logger, MemberId memberId, string groupId);

    [LoggerMessage(EventId = 10, Message = "Error getting members of partitioning group {GroupId}; this agent's share is empty.")]
    internal static partial void MembersUnreadable(this ILogger logger, LogLevel level, Exception error, string groupId);

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

    [LoggerMessage(16, LogLevel.Warning,
        "No heartbeat was sent for {Pause}, longer than the membership timeout of {Holds}: the process was suspended or starved, and "
        + "peers may have taken its work. Rejoining.")]
    internal static partial void Paused(this ILogger logger, TimeSpan pause, TimeSpan holds);

    [LoggerMessage(17, LogLevel.Warning,
        "No heartbeat reached coordination backend for {Silence}, longer than the membership timeout of {Holds}; peers may have taken "
        + "this agent's work.")]
    internal static partial void LifeRanOut(this ILogger logger, TimeSpan silence, TimeSpan holds);

    [LoggerMessage(18, LogLevel.Information, "Heartbeats reach coordination backend again.")]
    internal static partial void HeartbeatsResumed(this ILogger logger);

    [LoggerMessage(19, LogLevel.Information, "Members of partitioning group {GroupId} can be read again.")]
    internal static partial void MembersReadable(this ILogger logger, string groupId);

    [LoggerMessage(20, LogLevel.Information,
        "The drawn name {Old} shares a position of the ring with a member of group {GroupId}; this agent is {New} from now on.")]
    internal static partial void Renamed(this ILogger logger, MemberId old, MemberId @new, string groupId);

    [LoggerMessage(21, LogLevel.Warning,
        "This agent's name {MemberId} shares {Count} positions of the ring of group {GroupId} with member {Other}; agents in Python may "
        + "take the wrong one's work. Give it another name.")]
    internal static partial void NameCollides(this ILogger logger, MemberId memberId, int count, string groupId, string other);

    [LoggerMessage(22, LogLevel.Information,
        "Removed {Members} from group {GroupId}: no heartbeat of theirs within their membership timeout.", SkipEnabledCheck = true)]
    internal static partial void PeersPurged(this ILogger logger, string members, string groupId);
}
