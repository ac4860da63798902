using Grpc.Core;
using RingPerf.Coordination.Etcd.Connections;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>Which refusals a new login may mend.</summary>
public sealed class EtcdLoginTests
{
    [Theory]
    [InlineData(StatusCode.Unauthenticated, "etcdserver: invalid auth token", true)]
    [InlineData(StatusCode.InvalidArgument, "etcdserver: user name is empty", true)]
    [InlineData(StatusCode.InvalidArgument, "etcdserver: revision of auth store is old", true)]
    [InlineData(StatusCode.InvalidArgument, "etcdserver: key is not provided", false)]
    [InlineData(StatusCode.PermissionDenied, "etcdserver: user name is empty", false)]
    public void Forget_EachRefusal_IsOfTheTokenOrNot(StatusCode code, string detail, bool expected)
    {
        var login = new EtcdLogin("agent", "password");
        var nobody = new EtcdLogin(null, null);
        var error = new RpcException(new Status(code, detail));

        Assert.Equal(expected, login.Forget(null, error));
        Assert.False(nobody.Forget(null, error));
    }
}
