using System.Net;
using System.Text;
using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>What a gateway may answer to a beat, by a server that says what it is told to.</summary>
public sealed class LeaseGatewayTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly LeaseGateway _gateway;

    public LeaseGatewayTests()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}/");
        _server.Prefixes.Add(address.ToString());
        _server.Start();
        _gateway = new LeaseGateway(address, tls: null, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task KeepAlive_LeaseHolds_IsItsSeconds()
    {
        Task<string[]> asked = AnswerAsync((200, "{}"), (200, """{"result":{"ID":"7","TTL":"5"}}"""));

        Assert.Equal(5, _gateway.KeepAlive(7, token: null, CancellationToken.None));
        Assert.Equal(["/version ", """/v3/lease/keepalive {"ID":"7"}"""], await asked);
    }

    [Fact]
    public void KeepAlive_LeaseLapsed_IsZero()
    {
        _ = AnswerAsync((200, "{}"), (200, """{"result":{"ID":"7"}}"""));

        Assert.Equal(0, _gateway.KeepAlive(7, token: null, CancellationToken.None));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(404, false)]
    [InlineData(405, false)]
    public void KeepAlive_RequestNotTaken_IsNull(int status, bool served)
    {
        _ = AnswerAsync((200, "{}"), (status, "no"));

        Assert.Null(_gateway.KeepAlive(7, token: null, CancellationToken.None));
        Assert.Equal(served, _gateway.IsServed);
    }

    [Fact]
    public void KeepAlive_ServerFails_Throws()
    {
        _ = AnswerAsync((200, "{}"), (503, "no"));

        var error = Assert.Throws<HttpRequestException>(() => _gateway.KeepAlive(7, token: null, CancellationToken.None));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.True(_gateway.IsServed);
    }

    [Fact]
    public void KeepAlive_AnswerWithoutResult_IsShown()
    {
        const string Answer = """{"error":{"message":"etcdserver: no leader"}}""";
        _ = AnswerAsync((200, "{}"), (200, Answer));

        var error = Assert.Throws<HttpRequestException>(() => _gateway.KeepAlive(7, token: null, CancellationToken.None));

        Assert.Equal($"The gateway answered {Answer}.", error.Message);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _server.Close();
    }

    /// <summary>Answers one request after the other.</summary>
    /// <returns>The path and the body of each.</returns>
    private async Task<string[]> AnswerAsync(params (int Status, string Body)[] answers)
    {
        var asked = new List<string>();
        foreach ((int status, string body) in answers)
        {
            HttpListenerContext context = await _server.GetContextAsync().ConfigureAwait(false);
            using var reader = new StreamReader(context.Request.InputStream);
            asked.Add($"{context.Request.Url!.AbsolutePath} {await reader.ReadToEndAsync().ConfigureAwait(false)}");
            context.Response.StatusCode = status;
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
        }

        return [.. asked];
    }
}
