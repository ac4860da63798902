using System.Net;
using System.Net.Sockets;

namespace RingPerf.Coordination.Servers.Network;

/// <summary>Finds a loopback port that nobody listens on.</summary>
/// <remarks>Below the ports that systems give to outgoing connections, or one of those could take the port of a server that is down.</remarks>
public static class FreePort
{
    private const int First = 10_000;
    private const int End = 32_000;

    public static int Find()
    {
        while (true)
        {
            int port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one will do.
            }
        }
    }
}
