using RingPerf.Coordination;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;

// The assembly is also the agent that fault tests run as a process of its own.
Starvation.Listen();
await AgentProgram.RunAsync(args, new CoordinationDriverRegistry().AddEtcd());
