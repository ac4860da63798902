using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>Keeps a lease alive through etcd's JSON gateway, on a connection of its own and on the calling thread.</summary>
/// <remarks>gRPC needs the thread pool for every answer. HTTP/1.1 is read by the thread that waits for it, so a process whose pool is
/// starved still beats; only a new connection needs the pool.</remarks>
internal sealed class LeaseGateway : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _keepAlive;
    private readonly Uri _version;
    private readonly TimeSpan _limit;
    private volatile bool _answers;

    internal LeaseGateway(Uri address, TlsFiles? tls, TimeSpan limit)
    {
        _limit = limit;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = limit,
            ConnectCallback = ConnectAsync,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
        };
        if (tls is not null)
        {
            handler.SslOptions = tls.ToOptions();
        }

        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _keepAlive = new Uri(address, "/v3/lease/keepalive");
        _version = new Uri(address, "/version");
    }

    /// <summary>Whether etcd serves the gateway, as far as is known: it can be switched off, and old versions have other paths.</summary>
    internal bool IsServed { get; private set; } = true;

    /// <summary>Keeps a lease alive, blocking the caller.</summary>
    /// <param name="leaseId">The lease.</param>
    /// <param name="token">What the login gave; null without one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many seconds it lives from now, 0 where it has lapsed; null where the gateway does not take the request.</returns>
    internal long? KeepAlive(long leaseId, string? token, CancellationToken cancellationToken)
    {
        bool asks = !_answers;
        if (asks)
        {
            // Where requests arrive and answers do not, beats would keep a share for a member that cannot know it.
            using var ask = new HttpRequestMessage(HttpMethod.Get, _version);
            _client.Send(ask, cancellationToken).Dispose();
        }

        // An answer of just now counts for the next beat too: a slow network may leave time for one answer a beat.
        _answers = asks;
        using HttpRequestMessage request = Request(leaseId, token);
        using HttpResponseMessage response = _client.Send(request, cancellationToken);
        if (response.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
        {
            IsServed = response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
            return null;
        }

        long left = Seconds(response.EnsureSuccessStatusCode(), cancellationToken);
        _answers = true;
        return left;
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(long leaseId, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _keepAlive)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{{\"ID\":\"{leaseId}\"}}"))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return request;
    }

    private static long Seconds(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using Stream body = response.Content.ReadAsStream(cancellationToken);
        using var answer = JsonDocument.Parse(body);
        JsonElement result = answer.RootElement.TryGetProperty("result", out JsonElement found)
            ? found
            : throw new HttpRequestException($"The gateway answered {answer.RootElement}.");
        return result.TryGetProperty("TTL", out JsonElement seconds) ? long.Parse(seconds.GetString()!, CultureInfo.InvariantCulture) : 0;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The socket's own limits hold where the pool that timers need is starved.
        int milliseconds = (int)_limit.TotalMilliseconds;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = milliseconds,
            SendTimeout = milliseconds,
        };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
