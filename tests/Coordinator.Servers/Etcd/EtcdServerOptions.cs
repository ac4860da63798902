namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>How an <see cref="EtcdServer"/> is set up.</summary>
public sealed record EtcdServerOptions
{
    /// <summary>The node's name in its cluster.</summary>
    public string Name { get; init; } = "node";

    /// <summary>The cluster as etcd's <c>--initial-cluster</c> has it; of this node alone unless set.</summary>
    public string? Cluster { get; init; }

    /// <summary>The port for other nodes; a free one unless set.</summary>
    public int? PeerPort { get; init; }

    /// <summary>Certificate, key and authority files, for a server that speaks TLS only and asks clients for a certificate.</summary>
    public (string Certificate, string Key, string Authority)? Tls { get; init; }

    /// <summary>Further arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
