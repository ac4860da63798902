namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A theory that needs redis-server.</summary>
public sealed class RedisTheoryAttribute() : RequirementTheoryAttribute(RedisServer.IsInstalled, RedisServer.Requirement);
