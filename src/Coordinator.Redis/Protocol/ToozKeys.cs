using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>The keys of tooz's layout, as bytes.</summary>
/// <param name="settings">Namespace and encoding.</param>
internal sealed class ToozKeys(RedisSettings settings)
{
    private readonly Encoding _encoding = settings.Encoding;
    private readonly byte[] _groupPrefix = [.. settings.Namespace, .. "_group:"u8];

    /// <summary>The set of group ids.</summary>
    internal byte[] Groups { get; } = [.. settings.Namespace, .. "_groups"u8];

    /// <summary>What a member's beat key starts with, the member's name following.</summary>
    internal byte[] BeatPrefix { get; } = [.. settings.Namespace, .. "_beats:"u8];

    /// <summary>The hash of a group's members.</summary>
    internal byte[] Group(string groupId) => [.. _groupPrefix, .. GroupId(groupId)];

    /// <summary>The string that is there while a member is alive, whatever its groups.</summary>
    internal byte[] Beat(MemberId member) => [.. BeatPrefix, .. member.Bytes];

    /// <summary>A group id as it is in the set.</summary>
    /// <exception cref="ArgumentException">The URL's encoding cannot write it.</exception>
    internal byte[] GroupId(string groupId)
    {
        try
        {
            return _encoding.GetBytes(groupId);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException(
                $"The group id '{groupId}' cannot be written in {_encoding.WebName}, the URL's encoding.", nameof(groupId), e);
        }
    }

    /// <summary>The text of a group id; false where it is none in the URL's encoding.</summary>
    internal bool TryReadGroupId(byte[] bytes, [NotNullWhen(true)] out string? groupId)
    {
        try
        {
            groupId = _encoding.GetString(bytes);
            return groupId.Length > 0;
        }
        catch (DecoderFallbackException)
        {
            groupId = null;
            return false;
        }
    }
}
