using System.Globalization;
using Garnet;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>A Garnet server for the tests of a class: another implementation of Redis' protocol, with Lua switched on.</summary>
public sealed class SharedGarnet : IDisposable
{
    private readonly GarnetServer _server;

    public SharedGarnet()
    {
        Port = FreePort.Find();
        _server = new GarnetServer(
        [
            "--bind", "127.0.0.1", "--port", Port.ToString(CultureInfo.InvariantCulture), "--lua", "--lua-transaction-mode",
            "--memory", "64m", "--index", "8m",
        ]);
        _server.Start();
    }

    internal int Port { get; }

    public void Dispose() => _server.Dispose();
}
