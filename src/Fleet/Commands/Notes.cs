namespace RingPerf.Fleet.Commands;

/// <summary>What the help of every command says.</summary>
internal static class Notes
{
    internal const string ReadOnly =
        "It joins no group and purges nobody: expired members are left out here, and where they are. "
        + "While it runs it keeps a heartbeat key on Redis, or a lease on etcd, under a name of its own.";
}
