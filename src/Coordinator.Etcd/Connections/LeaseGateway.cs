using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>Keeps a lease alive through etcd's JSON gateway, on a connection of its own and without the thread pool.</summary>
/// <remarks>gRPC needs the thread pool for every answer. HTTP/1.1 can be read by the thread that waits, so a process whose pool is
/// starved still beats.</remarks>
internal sealed class LeaseGateway : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _keepAlive;

    internal LeaseGateway(Uri address, EtcdTls? tls, TimeSpan connectTimeout)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = connectTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
        };
        if (tls is not null)
        {
            handler.SslOptions = tls.ToOptions();
        }

        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _keepAlive = new Uri(address, "/v3/lease/keepalive");
    }

    /// <summary>Whether etcd serves the gateway, as far as is known: it can be switched off, and old versions have other paths.</summary>
    internal bool IsServed { get; private set; } = true;

    /// <summary>Keeps a lease alive, blocking the caller.</summary>
    /// <param name="leaseId">The lease.</param>
    /// <param name="token">What the login gave; null without one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many seconds it lives from now, 0 where it has lapsed; null where the gateway is not served.</returns>
    internal long? KeepAlive(long leaseId, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _keepAlive)
        {
            Content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{{\"ID\":\"{leaseId}\"}}"))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        using HttpResponseMessage response = _client.Send(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            IsServed = false;
            return null;
        }

        using Stream body = response.Content.ReadAsStream(cancellationToken);
        using var answer = JsonDocument.Parse(body);
        if (!response.IsSuccessStatusCode || !answer.RootElement.TryGetProperty("result", out JsonElement result))
        {
            throw new HttpRequestException($"The gateway answered {(int)response.StatusCode}: {answer.RootElement}");
        }

        return result.TryGetProperty("TTL", out JsonElement seconds) ? long.Parse(seconds.GetString()!, CultureInfo.InvariantCulture) : 0;
    }

    public void Dispose() => _client.Dispose();
}
