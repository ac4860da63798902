using RingPerf.Coordination;
using RingPerf.Coordination.Redis;
using RingPerf.Coordination.Servers.Agents;

// The assembly is also the agent that fault tests run as a process of its own.
await AgentProgram.RunAsync(args, new CoordinationDriverRegistry().AddRedis());
