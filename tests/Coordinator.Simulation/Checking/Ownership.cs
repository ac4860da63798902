using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Who works on what, as a history goes on.</summary>
internal sealed class Ownership(int items)
{
    private readonly int[] _owners = new int[items];
    private readonly Dictionary<string, Answered> _shares = new(StringComparer.Ordinal);
    private readonly HashSet<string> _still = new(StringComparer.Ordinal);

    /// <summary>Items that nobody works on.</summary>
    internal int Without { get; private set; } = items;

    /// <summary>Items that two or more work on.</summary>
    internal int Double { get; private set; }

    internal bool IsWrong => Without > 0 || Double > 0;

    internal void See(HistoryEntry entry)
    {
        if (entry is Answered answered)
        {
            // An agent that stands still answers nothing, so it works from its answer on.
            Count(answered.Agent, -1);
            _shares[answered.Agent] = answered;
            _still.Remove(answered.Agent);
            Count(answered.Agent, +1);
        }
        else if (entry is Held held)
        {
            Hold(held);
        }
    }

    internal string Explain()
    {
        int item = Array.FindIndex(_owners, owners => owners != 1);
        string[] owners = [.. _shares.Values.Where(share => !_still.Contains(share.Agent) && share.Items.Contains(item)).Select(share => share.Agent)];
        IEnumerable<string> views = _shares.Values.Select(share => share.ToString().Trim());
        return $"item {item} has {(owners.Length == 0 ? "no owner" : "the owners " + string.Join(" and ", owners))}; "
            + $"{Without} items have none, {Double} more than one. Last answers: {string.Join("; ", views)}";
    }

    private void Hold(Held held)
    {
        Count(held.Agent, -1);
        if (held.Works)
        {
            _still.Remove(held.Agent);
        }
        else
        {
            _still.Add(held.Agent);
        }

        if (held.Forgets)
        {
            _shares.Remove(held.Agent);
        }

        Count(held.Agent, +1);
    }

    private void Count(string agent, int change)
    {
        if (_still.Contains(agent) || !_shares.TryGetValue(agent, out Answered? share))
        {
            return;
        }

        foreach (int item in share.Items)
        {
            (int before, int after) = (_owners[item], _owners[item] += change);
            Without += (after == 0 ? 1 : 0) - (before == 0 ? 1 : 0);
            Double += (after > 1 ? 1 : 0) - (before > 1 ? 1 : 0);
        }
    }
}
