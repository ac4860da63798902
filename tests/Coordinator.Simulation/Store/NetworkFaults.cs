namespace RingPerf.Coordination.Simulation.Store;

/// <summary>What is wrong with the store or the way to it.</summary>
internal sealed class NetworkFaults
{
    /// <summary>Agents that reach no store; true where nothing answers them, false where they are refused.</summary>
    private readonly Dictionary<string, bool> _cutOff = new(StringComparer.Ordinal);

    /// <summary>Whether the store refuses every call.</summary>
    internal bool IsDown { get; set; }

    /// <summary>Whether nothing answers.</summary>
    internal bool IsSilent { get; set; }

    /// <summary>The longest that a call is held on its way, each way; zero where none is.</summary>
    internal TimeSpan Slow { get; set; }

    /// <summary>How likely a call fails, half of those after it took effect.</summary>
    internal double Failing { get; set; }

    internal void CutOff(string agent, bool silent) => _cutOff[agent] = silent;

    internal void Reconnect(string agent) => _cutOff.Remove(agent);

    internal bool IsCutOff(string agent) => _cutOff.ContainsKey(agent);

    internal bool Refuses(string agent) => IsDown || (_cutOff.TryGetValue(agent, out bool silent) && !silent);

    internal bool Swallows(string agent) => IsSilent || (_cutOff.TryGetValue(agent, out bool silent) && silent);
}
