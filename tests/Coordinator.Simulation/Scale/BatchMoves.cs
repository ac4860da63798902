using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>What moves when a batch of members leaves: by the ring, at least, and by a remainder of the number of members.</summary>
/// <param name="Ring">Part of the items that have another owner by the ring.</param>
/// <param name="Least">Half of the differences of the members' shares: no assignment with these shares moves less.</param>
/// <param name="Modulo">Part of the items that have another owner where an item goes to member hash modulo n.</param>
internal sealed record BatchMoves(double Ring, double Least, double Modulo)
{
    /// <summary>The means of evenly spread batches.</summary>
    internal static BatchMoves Measure(RestartPlan plan, int batches)
    {
        string[] keys = [.. RestartSimulation.KeysOf(plan)];
        string[] before = OwnersAmong(plan, keys, _ => true);
        BatchMoves[] moves =
            [.. Enumerable.Range(0, batches).Select(number => Of(plan, keys, before, number * plan.Batches / batches))];
        return new BatchMoves(moves.Average(move => move.Ring), moves.Average(move => move.Least), moves.Average(move => move.Modulo));
    }

    private static BatchMoves Of(RestartPlan plan, string[] keys, string[] before, int batch)
    {
        string[] after = OwnersAmong(plan, keys, member => member / plan.Batch != batch);
        Dictionary<string, int> counts = before.CountBy(owner => owner).ToDictionary();
        foreach (string owner in after)
        {
            counts[owner] = counts.GetValueOrDefault(owner) - 1;
        }

        int left = Enumerable.Range(0, plan.Members).Count(member => member / plan.Batch == batch);
        double items = keys.Length;
        return new BatchMoves(
            before.Zip(after).Count(pair => pair.First != pair.Second) / items,
            counts.Values.Sum(Math.Abs) / 2 / items,
            Enumerable.Range(0, keys.Length).Count(item => MovesByModulo(plan, item, batch, left)) / items);
    }

    private static string[] OwnersAmong(RestartPlan plan, string[] keys, Func<int, bool> isListed)
    {
        HashRing ring = RestartSimulation.RingOf(Enumerable.Range(0, plan.Members).Where(isListed).Select(RestartPlan.Name));
        int[] owners = new int[keys.Length];
        ring.GetNodeIndices(keys, owners);
        return [.. owners.Select(owner => ring.Nodes[owner])];
    }

    private static bool MovesByModulo(RestartPlan plan, int item, int batch, int left)
    {
        ulong hash = new SeededDraws((ulong)item).Next();
        int before = (int)(hash % (ulong)plan.Members);
        int after = (int)(hash % (ulong)(plan.Members - left));
        return before != (after < batch * plan.Batch ? after : after + left);
    }
}
