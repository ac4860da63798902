using System.Net.Sockets;
using Grpc.Core;
using RingPerf.Coordination.Etcd.Connections;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>What each error of a client becomes, and whether the call may be made again.</summary>
public sealed class EtcdFailureTests
{
    private static readonly Uri Address = new("http://127.0.0.1:1");

    public static TheoryData<Exception> OfConnection => new()
    {
        Rpc(StatusCode.Unavailable),
        Rpc(StatusCode.DeadlineExceeded),
        Rpc(StatusCode.Cancelled),
        Rpc(StatusCode.Internal, new HttpRequestException("why")),
        Rpc(StatusCode.Internal, new IOException("why")),
        new HttpRequestException("why"),
        new SocketException((int)SocketError.ConnectionReset),
        new OperationCanceledException("why"),
    };

    public static TheoryData<Exception> OfEtcd => new()
    {
        Rpc(StatusCode.NotFound),
        Rpc(StatusCode.Unauthenticated),
        Rpc(StatusCode.PermissionDenied),
        Rpc(StatusCode.InvalidArgument),
        Rpc(StatusCode.Internal, new InvalidOperationException("why")),
    };

    [Theory]
    [MemberData(nameof(OfConnection))]
    public void Translate_ErrorOfTheConnection_NamesTheAddress(Exception error)
    {
        Assert.True(EtcdFailure.IsOfClient(error));
        Assert.True(EtcdFailure.IsOfConnection(error));

        var translated = Assert.IsType<CoordinationConnectionException>(EtcdFailure.Translate(error, Address));

        AssertTold(error, translated);
    }

    [Theory]
    [MemberData(nameof(OfEtcd))]
    public void Translate_RefusalOfEtcd_NamesTheAddress(Exception error)
    {
        Assert.True(EtcdFailure.IsOfClient(error));
        Assert.False(EtcdFailure.IsOfConnection(error));

        CoordinationException translated = Assert.IsType<CoordinationException>(EtcdFailure.Translate(error, Address));

        AssertTold(error, translated);
    }

    [Fact]
    public void IsOfClient_TheCoordinatorsOwn_IsFalse() =>
        Assert.False(EtcdFailure.IsOfClient(new CoordinationTimeoutException("x", TimeSpan.FromSeconds(1))));

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public void IsUnsent_RequestNeverLeft_IsTrue(HttpRequestError reason, bool unsent)
    {
        var error = new HttpRequestException(reason, "why");

        Assert.Equal(unsent, EtcdFailure.IsUnsent(error));
        Assert.Equal(unsent, EtcdFailure.IsUnsent(Rpc(StatusCode.Unavailable, error)));
        Assert.False(EtcdFailure.IsUnsent(Rpc(StatusCode.Unavailable)));
    }

    [Fact]
    public void IsSocketTimeout_AtAnyDepth_IsTrue()
    {
        var late = new SocketException((int)SocketError.TimedOut);

        Assert.True(EtcdFailure.IsSocketTimeout(late));
        Assert.True(EtcdFailure.IsSocketTimeout(new HttpRequestException("why", new IOException("why", late))));
        Assert.False(EtcdFailure.IsSocketTimeout(new IOException("why", new SocketException((int)SocketError.ConnectionReset))));
        Assert.False(EtcdFailure.IsSocketTimeout(null));
    }

    [Fact]
    public void IsLeaseGone_EtcdKnowsItNot_IsTrue()
    {
        Assert.True(EtcdFailure.IsLeaseGone(EtcdFailure.Translate(Rpc(StatusCode.NotFound), Address)));
        Assert.False(EtcdFailure.IsLeaseGone(EtcdFailure.Translate(Rpc(StatusCode.Unavailable), Address)));
        Assert.False(EtcdFailure.IsLeaseGone(new CoordinationException("no")));
    }

    private static void AssertTold(Exception error, CoordinationException translated)
    {
        string reason = error is RpcException ? "why" : error.Message;
        Assert.Equal($"etcd at 127.0.0.1:1 failed: {reason}", translated.Message);
        Assert.Same(error, translated.InnerException);
    }

    private static RpcException Rpc(StatusCode code, Exception? cause = null) => new(new Status(code, "why", cause));
}
