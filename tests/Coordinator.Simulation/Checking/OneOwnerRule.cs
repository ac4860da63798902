using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>While membership is stable every item has exactly one owner.</summary>
internal sealed class OneOwnerRule(Ownership ownership) : IRule
{
    private bool _reported;

    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        _reported &= isQuiet && ownership.IsWrong;
        if (isQuiet && ownership.IsWrong && !_reported)
        {
            _reported = true;
            yield return new Violation(entry.At, "one owner", ownership.Explain());
        }
    }
}
