using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A fact that needs redis-server and the Python originals.</summary>
public sealed class RedisToozFactAttribute() : RequirementFactAttribute(
    RedisServer.IsInstalled && PythonAgent.IsInstalled, $"{RedisServer.Requirement} and {PythonAgent.Requirement}");
