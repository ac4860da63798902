using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A fact that needs etcd and the Python originals.</summary>
public sealed class EtcdToozFactAttribute() : RequirementFactAttribute(
    EtcdServer.IsInstalled && PythonAgent.IsInstalled, $"{EtcdServer.Requirement} and {PythonAgent.Requirement}");
