using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>An agent takes itself for a stranger of the same name only where it had a predecessor, or a call of its own was lost.</summary>
internal sealed class StrangerRule : IRule
{
    private const int NameTaken = 13;

    private readonly HashSet<string> _before = new(StringComparer.Ordinal);
    private bool _isTroubled;

    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is Held { Forgets: true } gone)
        {
            _before.Add(gone.Agent);
        }

        _isTroubled |= entry is Changed { Kind: not (ChangeKind.Start or ChangeKind.Leave or ChangeKind.Kill) };
        if (entry is Logged { Id: NameTaken } logged && !_isTroubled && !_before.Contains(logged.Agent))
        {
            yield return new Violation(logged.At, "stranger", logged.ToString().Trim());
        }
    }
}
