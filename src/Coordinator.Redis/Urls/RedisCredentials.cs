namespace RingPerf.Coordination.Redis;

/// <summary>What a client shows a server; either may be null. It is no record: its text must not hold the secret.</summary>
internal sealed class RedisCredentials(string? user, string? password)
{
    internal static RedisCredentials None { get; } = new(null, null);

    internal string? User { get; } = user;

    internal string? Password { get; } = password;
}
