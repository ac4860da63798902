using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Holds a history against the coordinator's contract.</summary>
internal sealed class ContractChecker
{
    private readonly Ownership _ownership;
    private readonly Unrest _unrest;
    private readonly CallRateRule _callRate = new();
    private readonly IRule[] _rules;

    /// <summary>Makes a checker of one run.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="membershipTimeout">How long a beat holds.</param>
    /// <param name="window">How long after a change an item may have no owner or two.</param>
    /// <param name="knownWindow">How long it may after a change that the store knows at once.</param>
    /// <param name="oracle">What a share must be.</param>
    internal ContractChecker(int items, TimeSpan membershipTimeout, TimeSpan window, TimeSpan knownWindow, ShareOracle oracle)
    {
        _ownership = new Ownership(items);
        _unrest = new Unrest(window, knownWindow);
        Windows = new WindowMeter(_ownership, window);
        _rules =
        [
            new OneOwnerRule(_ownership), new ShareRule(oracle), _callRate, new CallEndRule(), new QuietAgentRule(), new StrangerRule(),
            new LifeRule(membershipTimeout),
        ];
    }

    /// <summary>How long items had no owner or two after changes that came alone.</summary>
    internal WindowMeter Windows { get; }

    internal int HighestCallRate => _callRate.Highest;

    /// <summary>Everything that the history must not hold, in its order.</summary>
    internal List<Violation> Check(IEnumerable<HistoryEntry> history, TimeSpan end)
    {
        var violations = new List<Violation>();
        foreach (HistoryEntry entry in history.Append(new EndOfRun(end)))
        {
            // Who owned what until this entry is held against the rules before the entry changes it.
            bool isQuiet = _unrest.IsQuietAt(entry.At);
            violations.AddRange(_rules.SelectMany(rule => rule.See(entry, isQuiet)));
            _ownership.See(entry);
            Windows.See(entry, isQuiet);
            _unrest.See(entry);
        }

        return violations;
    }
}
