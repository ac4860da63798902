using System.Globalization;
using RingPerf.Coordination.Simulation.Rewriting;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>Calls of one coordinator that overlap at random: a seed draws what is called, when, and in which order all of it goes on.</summary>
/// <remarks>
/// While it storms, a call may end in an answer or in an error that it documents, and in no other way. After the storm the coordinator
/// must serve a program that starts, joins and polls it, unless it was disposed; and after a stop nothing of it may be left: no member in
/// the store, no driver that was not released, no membership that it claims to hold.
/// </remarks>
internal static class AgentInterleaving
{
    internal const string Group = "g";

    private static readonly Lazy<Func<string, string>> Inside = new(() => Sandbox.Enter(Run));
    private static readonly Lazy<Func<string, string>> Defective = new(() => Sandbox.Enter(RunWithoutLocks));

    /// <summary>Runs a seed on the rewritten assemblies.</summary>
    /// <param name="seed">The seed, which is the run.</param>
    /// <param name="locks">Whether semaphores let callers wait; without, joins and starts overlap, which must be found.</param>
    /// <returns>A fingerprint of the run, and what did not hold, or nothing.</returns>
    internal static (string Fingerprint, string Violation) RunSeed(ulong seed, bool locks = true)
    {
        string[] parts = (locks ? Inside : Defective).Value(seed.ToString(CultureInfo.InvariantCulture)).Split('|', 2);
        return (parts[0], parts[1]);
    }

    internal static string RunWithoutLocks(string seed)
    {
        SimulatedSemaphore.AdmitsAll = true;
        return Run(seed);
    }

    internal static string Run(string seed)
    {
        var draws = new SeededDraws(ulong.Parse(seed, CultureInfo.InvariantCulture));
        var scheduler = new SeededScheduler(draws.Fork());
        var process = new SimulatedProcess(scheduler, 1);
        var storm = new AgentStorm(process, draws);
        process.Run(() => _ = storm.RunAsync());
        scheduler.RunUntil(TimeSpan.FromMinutes(10));
        string violation = scheduler.Leak is { } leak ? $"a continuation ran on another thread: {leak}"
            : scheduler.IsStuck ? "events without end"
            : storm.Violation ?? (storm.IsOver ? "" : $"a call never ended: {string.Join(", ", storm.UnderWay)}");
        return string.Create(CultureInfo.InvariantCulture, $"{scheduler.Fingerprint:x16}|{violation}");
    }
}
