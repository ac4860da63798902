using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>Three etcd nodes, of which any two go on without the third.</summary>
public sealed class EtcdCluster : IAsyncDisposable
{
    private EtcdCluster(IReadOnlyList<EtcdServer> nodes) => Nodes = nodes;

    public IReadOnlyList<EtcdServer> Nodes { get; }

    public static async Task<EtcdCluster> StartAsync()
    {
        int[] ports = [.. Enumerable.Range(0, 3).Select(_ => FreePort.Find())];
        string cluster = string.Join(',', ports.Select((port, node) => $"node{node}=http://127.0.0.1:{port}"));
        EtcdServer[] nodes =
        [
            .. ports.Select((port, node) => EtcdServer.Launch(
                new EtcdServerOptions { Name = $"node{node}", Cluster = cluster, PeerPort = port })),
        ];
        foreach (EtcdServer node in nodes)
        {
            await node.WaitUntilReadyAsync();
        }

        return new EtcdCluster(nodes);
    }

    /// <summary>The URL with all nodes.</summary>
    /// <param name="query">The options.</param>
    /// <param name="first">The node that is its host, which is what tooz takes for the whole.</param>
    public string Url(string query, EtcdServer first) => first.Url(
        $"{query}&{string.Join('&', Nodes.Where(node => node != first).Select(node => $"endpoint=127.0.0.1:{node.Port}"))}");

    /// <summary>The node that leads at the moment.</summary>
    public async Task<EtcdServer> LeaderAsync()
    {
        foreach (EtcdServer node in Nodes)
        {
            if (await EtcdCtl.LeadsAsync(node.Port))
            {
                return node;
            }
        }

        throw new InvalidOperationException("No node leads.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (EtcdServer node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
