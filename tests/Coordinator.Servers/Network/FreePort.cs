using System.Net;
using System.Net.Sockets;

namespace RingPerf.Coordination.Servers.Network;

/// <summary>Finds loopback ports that nobody listens on.</summary>
/// <remarks>A server that is down must find its port free when it comes back, so a port is given once to a process, and below the range
/// that the system takes ports of its own from.</remarks>
public static class FreePort
{
    private const int First = 10_240;
    private const int End = 32_768;

    // Test processes at the same time begin at different places.
    private static int _next = Random.Shared.Next(End - First);

    public static int Find()
    {
        while (true)
        {
            int port = First + (Interlocked.Increment(ref _next) % (End - First));
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
