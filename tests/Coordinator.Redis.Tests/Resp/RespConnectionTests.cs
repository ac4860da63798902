using System.Net.Sockets;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Redis.Tests.Resp;

public sealed class RespConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Open_NameWhoseAddressesRefuse_ThrowsTheLastRefusal()
    {
        var error = Assert.Throws<SocketException>(() => Open("localhost", FreePort.Find()));

        Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
    }

    [Fact]
    public void Open_NameOfNobody_Throws() => Assert.Throws<SocketException>(() => Open("nobody.invalid", FreePort.Find()));

    private static RespConnection Open(string host, int port) =>
        RespConnection.Open(RedisAddress.Tcp(host, port), RedisCredentials.None, null, Patience, Patience);
}
