using RingPerf.Coordination.Contract.Discovery;
using RingPerf.Coordination.Servers.Redis;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>The class runs the contract on redis-server.</summary>
internal sealed class RedisRequirementAttribute() : ContractRequirementAttribute(RedisServer.IsInstalled, RedisServer.Requirement);
