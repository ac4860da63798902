namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>What the ring gives to whom, one key after the other.</summary>
internal sealed class ShareOracle(IReadOnlyList<string> keys, int items, LabelFormat labels)
{
    private readonly Dictionary<string, string[]> _owners = new(StringComparer.Ordinal);

    internal IEnumerable<int> Share(IReadOnlyList<string> members, string self)
    {
        string[] owners = OwnersAmong(members);
        return Enumerable.Range(0, items).Where(item => owners[item] == self);
    }

    private string[] OwnersAmong(IReadOnlyList<string> members)
    {
        string known = string.Join('\n', members);
        if (!_owners.TryGetValue(known, out string[]? owners))
        {
            var ring = new HashRing(members, new HashRingOptions { Labels = labels, Collisions = CollisionRule.Canonical });
            _owners[known] = owners = [.. Enumerable.Range(0, items).Select(item => ring.GetNode(keys[item]) ?? "")];
        }

        return owners;
    }
}
