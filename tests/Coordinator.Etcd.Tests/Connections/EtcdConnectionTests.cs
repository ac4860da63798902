using System.Net.Sockets;
using Grpc.Core;
using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Etcd.Connections;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>How often a call that fails is made, and what it ends with; nothing is sent.</summary>
public sealed class EtcdConnectionTests
{
    private const string One = "etcd3+http://one:1?timeout=4";
    private const string Two = "etcd3+http://one:1?timeout=4&endpoint=two:2";

    private readonly SteppedTime _time = new();
    private int _calls;

    [Theory]
    [InlineData(One, StatusCode.Unavailable, true, 2, "one:1")]
    [InlineData(Two, StatusCode.Unavailable, true, 2, "two:2")]
    [InlineData(Two, StatusCode.Unavailable, false, 1, "one:1")]
    [InlineData(Two, StatusCode.InvalidArgument, true, 1, "one:1")]
    public async Task Call_Fails_IsMadeAgainWhereItMayBe(string url, StatusCode code, bool repeatable, int calls, string last)
    {
        using EtcdConnection connection = Connect(url);

        CoordinationException error = await Assert.ThrowsAnyAsync<CoordinationException>(
            () => connection.CallAsync((_, _) => Fail(new RpcException(new Status(code, "why"))), repeatable, CancellationToken.None));

        Assert.Equal((calls, $"etcd at {last} failed: why"), (_calls, error.Message));
        Assert.Equal(code == StatusCode.Unavailable, error is CoordinationConnectionException);
    }

    [Fact]
    public async Task Call_NeverLeft_IsMadeAgainThoughItMustNotRunTwice()
    {
        using EtcdConnection connection = Connect(Two);
        var error = new HttpRequestException(HttpRequestError.ConnectionError, "why");

        await Assert.ThrowsAsync<CoordinationConnectionException>(
            () => connection.CallAsync((_, _) => Fail(error), repeatable: false, CancellationToken.None));

        Assert.Equal(2, _calls);
    }

    [Theory]
    [InlineData(One, true, 2, "one:1", 4)]
    [InlineData(Two, true, 2, "two:2", 2)]
    [InlineData(Two, false, 1, "one:1", 2)]
    public async Task Call_Silent_EndsAtTheShareOfEachEndpoint(string url, bool repeatable, int calls, string last, int limit)
    {
        using EtcdConnection connection = Connect(url);
        Task<int> call = connection.CallAsync((_, options) => WaitAsync(options.CancellationToken), repeatable, CancellationToken.None);

        _time.Pass(calls * limit);

        Assert.True(call.IsCompleted);
        var error = await Assert.ThrowsAsync<CoordinationTimeoutException>(() => call);
        Assert.Equal((calls, $"A request to etcd at {last} had no answer within {limit} s."), (_calls, error.Message));
    }

    [Fact]
    public async Task Call_Cancelled_IsNotMadeAgain()
    {
        using EtcdConnection connection = Connect(Two);
        using var cancel = new CancellationTokenSource();
        Task<int> call = connection.CallAsync((_, options) => WaitAsync(options.CancellationToken), repeatable: true, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void CallGateways_EachFails_NamesTheLast()
    {
        using EtcdConnection connection = Connect(Two);

        var error = Assert.Throws<CoordinationConnectionException>(
            () => connection.CallGateways((_, _, _) => Fail(new HttpRequestException("why")).Result, CancellationToken.None));

        Assert.Equal((2, "etcd at two:2 failed: why"), (_calls, error.Message));
    }

    [Fact]
    public void CallGateways_SocketSilent_IsATimeout()
    {
        using EtcdConnection connection = Connect(One);
        var silent = new HttpRequestException("why", new SocketException((int)SocketError.TimedOut));

        var error = Assert.Throws<CoordinationTimeoutException>(
            () => connection.CallGateways((_, _, _) => Fail(silent).Result, CancellationToken.None));

        Assert.Equal((1, "A request to etcd at one:1 had no answer within 4 s."), (_calls, error.Message));
    }

    [Fact]
    public void CallGateways_Cancelled_IsNotMadeAgainAndStaysWithItsEndpoint()
    {
        using EtcdConnection connection = Connect(Two);
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => connection.CallGateways(
            (_, _, _) =>
            {
                cancel.Cancel();
                return Fail(new IOException("why")).Result;
            },
            cancel.Token));

        Assert.Equal(1, _calls);
        var error = Assert.Throws<CoordinationConnectionException>(
            () => connection.CallGateways((_, _, _) => Fail(new IOException("why")).Result, CancellationToken.None));
        Assert.Equal("etcd at two:2 failed: why", error.Message);
    }

    private EtcdConnection Connect(string url) =>
        new(EtcdOptions.Of(new DriverSettings(BackendUrl.Parse(url), MemberId.FromText("a"))), _time);

    private Task<int> Fail(Exception error)
    {
        _calls++;
        throw error;
    }

    private async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        _calls++;
        // Ends upon the thread that cancels, so that the clock finds the next wait begun.
        var never = new TaskCompletionSource<int>();
        await using CancellationTokenRegistration end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task.ConfigureAwait(false);
    }
}
