using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>Simulates a rolling restart of a fleet that is too large to run every coordinator.</summary>
/// <remarks>The ring and its owners are the library's. Members are modelled: each polls and beats at its own times, sees at a poll
/// who is listed then, and works on what it saw until its next poll. Calls take no time.</remarks>
internal static class RestartSimulation
{
    internal static RestartResult Run(RestartPlan plan)
    {
        var draws = new SeededDraws(plan.Seed);
        MemberLife[] members = [.. Enumerable.Range(0, plan.Members).Select(member => new MemberLife(plan, member, draws))];
        HashRing ring = RingOf(Enumerable.Range(0, plan.Members).Select(RestartPlan.Name));
        var walk = new RingWalk(ring);
        var result = new RestartResult(plan, (int)Math.Ceiling(plan.End));
        foreach (string key in KeysOf(plan))
        {
            result.Add(new ItemLife(walk.From(ring.GetPosition(key)), members));
        }

        return result;
    }

    internal static HashRing RingOf(IEnumerable<string> members) =>
        new(members, new HashRingOptions { Labels = LabelFormat.PythonBytes, Collisions = CollisionRule.Canonical });

    internal static IEnumerable<string> KeysOf(RestartPlan plan) => Enumerable.Range(0, plan.Items).Select(item => $"res-{item}");
}
