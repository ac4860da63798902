namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A fact that needs etcd.</summary>
public sealed class EtcdFactAttribute() : RequirementFactAttribute(EtcdServer.IsInstalled, EtcdServer.Requirement);
