using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A theory that needs redis-server and the Python originals.</summary>
public sealed class RedisToozTheoryAttribute() : RequirementTheoryAttribute(
    RedisServer.IsInstalled && PythonAgent.IsInstalled, $"{RedisServer.Requirement} and {PythonAgent.Requirement}");
