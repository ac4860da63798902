namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A key of etcd and what it holds.</summary>
/// <param name="Key">The key, one character a byte.</param>
/// <param name="Value">The value in hexadecimal.</param>
/// <param name="Lease">The lease it hangs on; 0 for none.</param>
public sealed record EtcdPair(string Key, string Value, long Lease);
