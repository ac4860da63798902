using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>A fleet of agents on etcd, in a group of its own: agents that a test leaves behind are no members of the next one's.</summary>
internal sealed class EtcdFleet : IAsyncDisposable
{
    /// <summary>The time between two polls of an agent.</summary>
    internal static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.2);

    /// <summary>The time between two heartbeats of an agent.</summary>
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(0.4);

    private readonly ItemsFile _items = ItemsFile.Create(300);
    private readonly Fleet _fleet;

    internal EtcdFleet() => _fleet = new Fleet(_items.Items);

    internal string Group { get; } = $"fleet-{Guid.NewGuid():D}";

    internal IReadOnlyList<IAgent> Agents => _fleet.Agents;

    internal AgentOptions Options(string url, string id) =>
        new(url, Group, id, _items.Path) { Poll = Poll, Heartbeat = Heartbeat };

    /// <summary>Adds an agent in this process.</summary>
    internal CoordinatorAgent AddDotNet(string url, string id) =>
        _fleet.Add(CoordinatorAgent.Start(Options(url, id), new CoordinationDriverRegistry().AddEtcd()));

    /// <summary>Adds an agent that is a process of its own, the sample worker.</summary>
    internal AgentProcess AddDotNetProcess(string url, string id) => _fleet.Add(AgentProcess.Start(
        Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "PartitionedWorker.dll")], Options(url, id),
        Starvation.Environment));

    internal AgentProcess AddPython(string url, string id) =>
        _fleet.Add(PythonAgent.Start(Options(url, id), EtcdPython.Environment));

    /// <summary>An agent that is expected from now on.</summary>
    internal void Add(IAgent agent) => _fleet.Add(agent);

    /// <summary>An agent that is expected to be gone from now on.</summary>
    internal void Remove(IAgent agent) => _fleet.Remove(agent);

    /// <inheritdoc cref="Fleet.ExactSplitAsync"/>
    internal Task<TimeSpan> ExactSplitAsync(TimeSpan within) => _fleet.ExactSplitAsync(within);

    /// <inheritdoc cref="Fleet.IsExact"/>
    internal bool IsExact() => _fleet.IsExact();

    /// <summary>The owner of each item is the one that aodh's own ring over the members names.</summary>
    internal async Task AssertOwnersAreAodhsAsync(ToozShell shell)
    {
        string[] members = [.. Agents.Select(agent => agent.Id).Order(StringComparer.Ordinal)];
        string[] owners = await shell.ListAsync("ring", "python-bytes", 100, members, _items.Items);
        IReadOnlyDictionary<string, string> ours = _fleet.Owners();
        Assert.Equal(owners, _items.Items.Select(item => ours[item]));
    }

    internal string Describe() => _fleet.Describe();

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _items.Dispose();
    }
}
