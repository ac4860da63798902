using System.Net.Sockets;
using Grpc.Core;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>What a failed call means.</summary>
internal static class EtcdFailure
{
    /// <summary>Whether the error comes from the clients below, which let errors of sockets, streams and parsers through.</summary>
    internal static bool IsOfClient(Exception error) => error is not CoordinationException;

    /// <summary>Whether another endpoint, or a new connection, may do better.</summary>
    internal static bool IsOfConnection(Exception error) =>
        error is not RpcException rpc || rpc.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled
        || rpc.Status.DebugException is HttpRequestException or IOException;

    /// <summary>Whether the request cannot have reached etcd, so that even one that must not run twice may be sent again.</summary>
    internal static bool IsUnsent(Exception error) =>
        (error is RpcException rpc ? rpc.Status.DebugException : error) is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError,
        };

    /// <summary>Whether a socket waited for as long as it may.</summary>
    internal static bool IsSocketTimeout(Exception? error) =>
        error is SocketException { SocketErrorCode: SocketError.TimedOut } || (error is not null && IsSocketTimeout(error.InnerException));

    /// <summary>Whether the lease of a put is gone.</summary>
    internal static bool IsLeaseGone(CoordinationException error) =>
        error.InnerException is RpcException { StatusCode: StatusCode.NotFound };

    internal static CoordinationException Translate(Exception error, Uri address)
    {
        string reason = error is RpcException { Status.Detail: var detail } ? detail : error.Message;
        string message = $"etcd at {address.Authority} failed: {reason}";
        return IsOfConnection(error)
            ? new CoordinationConnectionException(message, error)
            : new CoordinationException(message, error);
    }
}
