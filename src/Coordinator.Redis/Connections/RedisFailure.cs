using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>Makes the client's errors the coordinator's, and keeps secrets out of them.</summary>
internal static class RedisFailure
{
    // The server is there and cannot serve: it loads its data, is a replica, has lost its primary, or is no longer trusted with us.
    private static readonly string[] NotServing =
        ["LOADING", "READONLY", "MASTERDOWN", "NOREPLICAS", "NOAUTH", "WRONGPASS", "NOPERM", "CLUSTERDOWN", "TRYAGAIN"];

    /// <summary>Whether an error is one that a client of Redis raises for the server or for the way to it.</summary>
    internal static bool Is(Exception error) =>
        error is RedisException or RedisCommandException or RespErrorException or IOException or SocketException
            or AuthenticationException or ObjectDisposedException or TimeoutException;

    /// <summary>Whether another connection may do better.</summary>
    internal static bool IsOfConnection(Exception error) =>
        error is not (RedisServerException or RespErrorException) || NotServing.Any(
            word => error.Message.Contains(word, StringComparison.Ordinal));

    /// <summary>The error to raise in its place.</summary>
    /// <param name="error">The client's error.</param>
    /// <param name="operation">What was under way.</param>
    /// <param name="server">The server.</param>
    /// <param name="settings">Where the secrets are.</param>
    internal static CoordinationException Map(Exception error, string operation, string server, RedisSettings settings)
    {
        // A server quotes what it does not understand, the arguments of AUTH among it.
        Exception? inner = Holds(error, settings.Credentials) || Holds(error, settings.SentinelCredentials) ? null : error;
        string reason = inner is null ? "the error has a secret in it and is not shown" : FirstLine(error);
        if (error is TimeoutException
            or IOException { InnerException: SocketException { SocketErrorCode: SocketError.WouldBlock or SocketError.TimedOut } })
        {
            return new CoordinationTimeoutException(operation, settings.RequestTimeout, inner);
        }

        return IsOfConnection(error)
            ? new CoordinationConnectionException($"{operation}: Redis at {server} cannot be reached or does not serve: {reason}", inner)
            : new CoordinationException($"{operation}: Redis at {server} refused: {reason}", inner);
    }

    private static bool Holds(Exception error, RedisCredentials credentials) =>
        credentials.Password is { } password && error.ToString().Contains(password, StringComparison.Ordinal);

    private static string FirstLine(Exception error)
    {
        // The client's own text goes on with counters of its state.
        string text = error is RedisConnectionException connection
            ? $"{connection.FailureType}, {error.InnerException?.Message ?? error.Message}"
            : error.Message;
        return text.Split('\n')[0];
    }
}
