using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Fleets;

namespace RingPerf.Coordination.Soak.Faults;

/// <summary>What faults are made on: a server, a fleet, and the draw of victims.</summary>
internal sealed class Lab(ISoakBackend backend, SoakFleet fleet, SoakSettings settings, Random random)
{
    // Starts of interpreters on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal ISoakBackend Backend => backend;

    internal SoakFleet Fleet => fleet;

    /// <summary>T.</summary>
    internal TimeSpan Life => settings.Life;

    /// <summary>P.</summary>
    internal TimeSpan Poll => settings.Poll;

    /// <summary>What the survivors of an agent that vanishes need: T + P, and what the server adds.</summary>
    internal TimeSpan Takeover => Life + Poll + backend.Grace;

    internal List<Measured> Results { get; } = [];

    internal AgentProcess Victim(AgentKind kind)
    {
        AgentProcess[] candidates = [.. fleet.Processes(kind)];
        return candidates[random.Next(candidates.Length)];
    }

    /// <summary>Waits until the split is exact, which must be by a bound.</summary>
    internal async Task MeasureAsync(string what, TimeSpan bound)
    {
        try
        {
            Results.Add(new Measured(what, await fleet.ExactSplitAsync(bound + settings.Slack), bound));
        }
        catch (TimeoutException e)
        {
            throw new SoakException($"{backend.Name}: {what}: the split is not exact after {(bound + settings.Slack).TotalSeconds} s.\n{e.Message}");
        }
    }

    /// <summary>Starts an agent in the place of one that is gone, and waits until it has a share.</summary>
    internal async Task ReplaceAsync(AgentKind kind, int? port = null)
    {
        fleet.Add(kind, port);
        await SettleAsync();
    }

    /// <summary>Waits until the fleet is settled, however long that takes.</summary>
    internal Task SettleAsync() => fleet.ExactSplitAsync(Patience);
}
