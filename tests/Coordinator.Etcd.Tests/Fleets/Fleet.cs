using RingPerf.Coordination.Etcd.Tests.Agents;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Etcd.Tests.Fleets;

/// <summary>Agents of one group and their work.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>The time between two polls of an agent.</summary>
    internal static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.2);

    /// <summary>The time between two heartbeats of an agent.</summary>
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(0.4);

    /// <summary>What every bound has on top: etcd looks for lapsed leases twice a second.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);

    private readonly TemporaryFolder _folder = new();
    private readonly List<IAgent> _agents = [];

    internal Fleet(int items = 300)
    {
        Items = [.. Enumerable.Range(0, items).Select(item => $"res-{item}")];
        File.WriteAllLines(ItemsFile, Items);
    }

    /// <summary>A group of this fleet alone: agents that a test leaves behind are no members of the next one's.</summary>
    internal string Group { get; } = $"fleet-{Guid.NewGuid():D}";

    internal string[] Items { get; }

    /// <summary>The agents that should be in the group.</summary>
    internal IReadOnlyList<IAgent> Agents => _agents;

    private string ItemsFile => _folder["items"];

    internal AgentOptions Options(string url, string id) => new(url, Group, id, ItemsFile)
    {
        Poll = Poll,
        Heartbeat = Heartbeat,
    };

    internal LocalAgent AddLocal(string url, string id, TimeProvider? time = null) => Add(new LocalAgent(Options(url, id), time));

    internal AgentProcess AddProcess(string url, string id, double starve = 0) => Add(Program.StartAgent(Options(url, id), starve));

    internal AgentProcess AddPython(string url, string id) => Add(PythonAgent.Start(Options(url, id), EtcdPython.Environment));

    /// <summary>An agent that is expected to be gone from now on.</summary>
    internal void Drop(IAgent agent) => _agents.Remove(agent);

    /// <summary>An agent that is expected again.</summary>
    internal void Expect(IAgent agent) => _agents.Add(agent);

    /// <summary>Waits until every item has one owner and every agent sees the same members.</summary>
    /// <returns>How long that took.</returns>
    internal Task<TimeSpan> SplitExactlyAsync(TimeSpan within) => Eventually.TrueAsync(() => IsSplit(), within, Describe);

    /// <summary>Whether every item has one owner and every agent sees the same members.</summary>
    internal bool IsSplit()
    {
        string[] members = [.. _agents.Select(agent => agent.Id).Order(StringComparer.Ordinal)];
        AgentReport?[] reports = [.. _agents.Select(agent => agent.Last)];
        return reports.All(report => report is not null && report.Members.SequenceEqual(members))
            && reports.SelectMany(report => report!.Mine).Order(StringComparer.Ordinal)
                .SequenceEqual(Items.Order(StringComparer.Ordinal));
    }

    /// <summary>Each agent's share, equal to what aodh's own ring over the members gives.</summary>
    internal async Task AssertRingOfPythonAsync(ToozShell shell)
    {
        string[] members = [.. _agents.Select(agent => agent.Id).Order(StringComparer.Ordinal)];
        string[] owners = await shell.ListAsync("ring", "python-bytes", 100, members, Items);
        foreach (IAgent agent in _agents)
        {
            Assert.Equal(Items.Where((_, item) => owners[item] == agent.Id), agent.Last!.Mine);
        }
    }

    /// <summary>Waits until the agent has begun and ended one more poll.</summary>
    internal static async Task PollOnceAsync(IAgent agent)
    {
        long seen = agent.Polls;
        await Eventually.TrueAsync(() => agent.Polls >= seen + 2, TimeSpan.FromSeconds(20), () => agent.Log);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_agents.Select(agent => agent.DisposeAsync().AsTask()));
        _folder.Dispose();
    }

    internal string Describe() => string.Join(
        '\n', _agents.Select(agent => $"{agent.Id}: {agent.Last?.State} sees [{string.Join(',', agent.Last?.Members ?? [])}], "
            + $"owns {agent.Last?.Mine.Count}, polls {agent.Polls}\n{agent.Log}"));

    private T Add<T>(T agent)
        where T : IAgent
    {
        _agents.Add(agent);
        return agent;
    }
}
