using System.Globalization;
using System.Text.Json;
using RingPerf.Coordination.Simulation.Checking;
using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Running;

/// <summary>Runs a world and holds its history against the contract; inside the sandbox, so it takes and gives JSON.</summary>
internal static class SimulationRun
{
    internal static string Run(string request) => JsonSerializer.Serialize(Run(JsonSerializer.Deserialize<RunRequest>(request)!));

    private static RunOutcome Run(RunRequest request)
    {
        var world = new World(request);
        world.Run();
        WorldSettings settings = world.Settings;
        var checker = new ContractChecker(
            settings.Items, settings.MembershipTimeout, settings.Window, settings.KnownWindow, new ShareOracle(World.Keys, settings.Items, settings.Labels));
        TimeSpan end = new(world.Scheduler.Now);
        IReadOnlyList<HistoryEntry> history = world.History.Entries;
        IEnumerable<string> violations = checker.Check(history, end).Select(violation => violation.ToString());
        if (world.Scheduler.IsStuck)
        {
            violations = violations.Prepend($"call rate: events without end at {end.TotalSeconds} s.");
        }

        if (world.Scheduler.Leak is { } leak)
        {
            violations = violations.Prepend("scheduler: a continuation ran on another thread." + leak);
        }

        return new RunOutcome
        {
            Seed = request.Seed,
            Violations = [.. violations.Take(RunOutcome.MostViolations)],
            Fingerprint = world.Scheduler.Fingerprint,
            Events = world.Scheduler.EventsRun,
            VirtualSeconds = end.TotalSeconds,
            Calls = history.OfType<Called>().Count(),
            Polls = history.OfType<Answered>().Count(),
            HighestCallRate = checker.HighestCallRate,
            Changes = history.OfType<Changed>().Where(change => change.Lasts is not false)
                .CountBy(change => change.Kind.ToString()).ToDictionary(),
            LongestWithout = checker.Windows.Longest.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.Without),
            LongestDouble = checker.Windows.Longest.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.Double),
            Trace = request.Traces ? [Describe(settings), .. history.Select(entry => entry.ToString())] : [],
        };
    }

    private static string Describe(WorldSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{settings.Agents} agents, {settings.Items} items, T {settings.MembershipTimeout.TotalSeconds} s, "
        + $"P {settings.PollInterval.TotalSeconds} s, beats every {settings.BeatInterval.TotalSeconds} s, "
        + $"timeout {settings.Timeout.TotalSeconds} s, ways up to {settings.LongestWay.TotalSeconds} s, {settings.Labels}, joins {settings.Joins}{(settings.DrawsNames ? ", draws names" : "")}");
}
