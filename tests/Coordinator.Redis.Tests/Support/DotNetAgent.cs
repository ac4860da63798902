using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>Starts .NET agents.</summary>
internal static class DotNetAgent
{
    /// <summary>An agent in this process.</summary>
    internal static CoordinatorAgent Start(AgentOptions options) =>
        CoordinatorAgent.Start(options, new CoordinationDriverRegistry().AddRedis());

    /// <summary>An agent that is a process of its own, the sample worker.</summary>
    internal static AgentProcess StartProcess(AgentOptions options) =>
        AgentProcess.Start(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "PartitionedWorker.dll")], options);
}
