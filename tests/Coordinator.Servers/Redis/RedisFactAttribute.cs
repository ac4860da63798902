namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A fact that needs redis-server.</summary>
public sealed class RedisFactAttribute() : RequirementFactAttribute(RedisServer.IsInstalled, RedisServer.Requirement);
