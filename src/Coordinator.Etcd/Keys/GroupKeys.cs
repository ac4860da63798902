using System.Text;
using Google.Protobuf;

namespace RingPerf.Coordination.Etcd.Keys;

/// <summary>Where tooz keeps groups and their members: <c>tooz/groups/GROUP/</c> and <c>tooz/groups/GROUP/MEMBER</c>.</summary>
internal static class GroupKeys
{
    internal const byte Separator = (byte)'/';

    private static ReadOnlySpan<byte> Prefix => "tooz/groups/"u8;

    /// <summary>The prefix of every group.</summary>
    internal static ByteString All { get; } = ByteString.CopyFrom(Prefix);

    /// <summary>A group's own key, which is the prefix of its members' keys.</summary>
    internal static ByteString Group(string groupId) =>
        ByteString.CopyFrom([.. Prefix, .. Encoding.UTF8.GetBytes(groupId), Separator]);

    internal static ByteString Member(ByteString group, MemberId memberId) => ByteString.CopyFrom([.. group.Span, .. memberId.Bytes]);

    /// <summary>The member whose key this is.</summary>
    internal static MemberId MemberOf(ByteString group, ByteString key) => MemberId.FromBytes(key.Span[group.Length..]);

    /// <summary>The first key that a member of the group can have.</summary>
    internal static ByteString FirstMember(ByteString group) => ByteString.CopyFrom([.. group.Span, 0]);

    /// <summary>The first key after every key with this prefix, which ends in <c>/</c>.</summary>
    internal static ByteString End(ByteString prefix) => ByteString.CopyFrom([.. prefix.Span[..^1], Separator + 1]);

    /// <summary>The group whose own key this is; null for a member's key, and for a group whose id no driver here can name.</summary>
    internal static string? GroupOf(ByteString key)
    {
        ReadOnlySpan<byte> id = key.Span[Prefix.Length..];
        bool isGroup = id.Length > 1 && id.IndexOf(Separator) == id.Length - 1;
        return isGroup && System.Text.Unicode.Utf8.IsValid(id) ? Encoding.UTF8.GetString(id[..^1]) : null;
    }
}
