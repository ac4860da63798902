using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>Agents of one group, and what must hold for all of them together.</summary>
/// <param name="items">The group's work.</param>
public sealed class Fleet(IReadOnlyCollection<string> items) : IAsyncDisposable
{
    private readonly List<IAgent> _agents = [];

    public IReadOnlyList<IAgent> Agents => _agents;

    /// <summary>Adds a running agent.</summary>
    public T Add<T>(T agent)
        where T : IAgent
    {
        _agents.Add(agent);
        return agent;
    }

    /// <summary>Takes an agent out that has ended or is about to.</summary>
    public void Remove(IAgent agent) => _agents.Remove(agent);

    /// <summary>Waits until every agent sees exactly the agents of the fleet and each item has exactly one owner, at a poll that began
    /// after this call.</summary>
    /// <param name="within">The longest wait, <see cref="MachineWait"/> apart.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ExactSplitAsync(TimeSpan within)
    {
        // The poll under way may have read before the call, so it takes the one after it.
        Dictionary<IAgent, long> polls = _agents.ToDictionary(agent => agent, agent => agent.Polls);
        return await Eventually.TrueAsync(
            () => _agents.TrueForAll(agent => agent.Polls > polls[agent]) && IsExact(), within, () => Describe());
    }

    /// <summary>Waits until an agent has polled again.</summary>
    public static Task<TimeSpan> NextPollAsync(IAgent agent, TimeSpan within)
    {
        long polls = agent.Polls;
        return Eventually.TrueAsync(() => agent.Polls > polls + 1, within, () => $"no poll of {agent.Id}: {agent.Log}");
    }

    /// <summary>The owner of each item, as the agents said last.</summary>
    public IReadOnlyDictionary<string, string> Owners() => _agents
        .SelectMany(agent => agent.Last!.Mine.Select(item => (item, agent.Id)))
        .ToDictionary(pair => pair.item, pair => pair.Id);

    /// <summary>What each agent said last, for a failed assertion to show.</summary>
    public string Describe() => string.Join(
        "\n",
        _agents.Select(agent => $"{agent.Id}: {agent.Last?.State} members [{string.Join(' ', agent.Last?.Members ?? [])}] "
            + $"{agent.Last?.Mine.Count} items, {agent.Polls} polls\n{agent.Log}"));

    public async ValueTask DisposeAsync()
    {
        foreach (IAgent agent in _agents)
        {
            await agent.DisposeAsync();
        }
    }

    /// <summary>Whether, at their last polls, every agent saw exactly the agents of the fleet and each item had exactly one owner.</summary>
    public bool IsExact()
    {
        string[] members = [.. _agents.Select(agent => agent.Id).Order(StringComparer.Ordinal)];
        AgentReport?[] reports = [.. _agents.Select(agent => agent.Last)];
        return reports.All(report => report?.State == "member" && report.Members.SequenceEqual(members))
            && reports.Sum(report => report!.Mine.Count) == items.Count
            && reports.SelectMany(report => report!.Mine).ToHashSet().SetEquals(items);
    }
}
