using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Measures how long after a change that came alone an item had no owner, or two.</summary>
internal sealed class WindowMeter(Ownership ownership, TimeSpan window)
{
    private readonly Dictionary<ChangeKind, (double Without, double Double)> _longest = [];
    private Changed? _alone;
    private bool _lacked;
    private bool _doubled;

    /// <summary>The longest times, as parts of the window that the contract allows.</summary>
    internal IReadOnlyDictionary<ChangeKind, (double Without, double Double)> Longest => _longest;

    internal void See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is Changed changed)
        {
            Begin(changed, isQuiet);
        }

        if (_alone is null)
        {
            return;
        }

        (double without, double doubled) = _longest.GetValueOrDefault(_alone.Kind);
        double part = (entry.At - _alone.At) / window;
        _longest[_alone.Kind] = (
            _lacked && ownership.Without == 0 ? Math.Max(without, part) : without,
            _doubled && ownership.Double == 0 ? Math.Max(doubled, part) : doubled);
        (_lacked, _doubled) = (ownership.Without > 0, ownership.Double > 0);
    }

    private void Begin(Changed changed, bool isQuiet)
    {
        // A start goes on until the agent has joined, a leave until the store knows.
        bool goesOn = changed.Kind is ChangeKind.Start or ChangeKind.Leave && changed.Kind == _alone?.Kind && changed.Agent == _alone.Agent;
        if (isQuiet)
        {
            _alone = changed.Lasts is null ? changed : null;
            (_lacked, _doubled) = (false, false);
        }
        else if (!goesOn)
        {
            _alone = null;
        }
    }
}
