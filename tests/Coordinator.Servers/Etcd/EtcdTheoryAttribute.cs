namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A theory that needs etcd.</summary>
public sealed class EtcdTheoryAttribute() : RequirementTheoryAttribute(EtcdServer.IsInstalled, EtcdServer.Requirement);
