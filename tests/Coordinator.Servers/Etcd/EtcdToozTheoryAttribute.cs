using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A theory that needs etcd and the Python originals.</summary>
public sealed class EtcdToozTheoryAttribute() : RequirementTheoryAttribute(
    EtcdServer.IsInstalled && PythonAgent.IsInstalled, $"{EtcdServer.Requirement} and {PythonAgent.Requirement}");
