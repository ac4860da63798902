using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Soak.Backends;

namespace RingPerf.Coordination.Soak.Fleets;

/// <summary>The agents of a soak, all in one group, whose number stays the same but for the faults.</summary>
internal sealed class SoakFleet : IAsyncDisposable
{
    private const string Group = "soak";

    private readonly ISoakBackend _backend;
    private readonly SoakSettings _settings;
    private readonly ItemsFile _items;
    private readonly Fleet _fleet;
    private int _started;

    internal SoakFleet(ISoakBackend backend, SoakSettings settings)
    {
        _backend = backend;
        _settings = settings;
        _items = ItemsFile.Create(settings.Items);
        _fleet = new Fleet(_items.Items);
        for (int agent = 0; agent < settings.RealAgents; agent++)
        {
            Add(agent % 2 == 0 ? AgentKind.DotNet : AgentKind.Python);
        }

        for (int agent = 0; agent < settings.SimulatedAgents; agent++)
        {
            Add(AgentKind.Simulated);
        }
    }

    internal int Count => _fleet.Agents.Count;

    /// <summary>Agents of a kind that are processes.</summary>
    internal IEnumerable<AgentProcess> Processes(AgentKind kind) =>
        _fleet.Agents.OfType<AgentProcess>().Where(agent => agent.Id.StartsWith(Name(kind), StringComparison.Ordinal));

    /// <summary>Starts an agent, which is expected from now on.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="port">The port that it takes for the server's; the server's own unless given.</param>
    internal IAgent Add(AgentKind kind, int? port = null)
    {
        var options = new AgentOptions(_backend.Url(_settings.Life, port), Group, $"{Name(kind)}-{_started++:000}", _items.Path)
        {
            Poll = _settings.Poll,
            Heartbeat = _settings.Heartbeat,
        };
        return _fleet.Add<IAgent>(kind switch
        {
            AgentKind.DotNet => AgentProcess.Start(Path.Combine(AppContext.BaseDirectory, "PartitionedWorker"), [], options),
            AgentKind.Python => PythonAgent.Start(options, _backend.PythonEnvironment),
            _ => CoordinatorAgent.Start(options, _backend.Drivers),
        });
    }

    /// <summary>An agent that is expected again.</summary>
    internal void Expect(IAgent agent) => _fleet.Add(agent);

    /// <summary>An agent that is expected to be gone from now on.</summary>
    internal void DoNotExpect(IAgent agent) => _fleet.Remove(agent);

    /// <inheritdoc cref="Fleet.ExactSplitAsync"/>
    internal Task<TimeSpan> ExactSplitAsync(TimeSpan within) => _fleet.ExactSplitAsync(within);

    /// <inheritdoc cref="Fleet.IsExact"/>
    internal bool IsExact() => _fleet.IsExact();

    /// <inheritdoc cref="Fleet.Describe"/>
    internal string Describe() => _fleet.Describe();

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _items.Dispose();
    }

    private static string Name(AgentKind kind) => kind.ToString().ToLowerInvariant();
}
