using System.Text.Json;
using RingPerf.Coordination.Simulation.Rewriting;

namespace RingPerf.Coordination.Simulation.Running;

/// <summary>Runs simulations on the rewritten assemblies. Safe for any number of threads.</summary>
internal static class Simulator
{
    private static readonly Lazy<Func<string, string>> Inside = new(() => Sandbox.Enter(SimulationRun.Run));

    internal static RunOutcome Run(RunRequest request) =>
        JsonSerializer.Deserialize<RunOutcome>(Inside.Value(JsonSerializer.Serialize(request)))!;
}
