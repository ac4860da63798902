using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Until when the changes so far may have an effect.</summary>
/// <param name="window">T + P.</param>
/// <param name="knownWindow">2 P, for what the store knows at once: an agent acts at its poll, the others at theirs.</param>
internal sealed class Unrest(TimeSpan window, TimeSpan knownWindow)
{
    private TimeSpan _until;
    private int _lasting;

    internal bool IsQuietAt(TimeSpan at) => _lasting == 0 && at > _until;

    internal void See(HistoryEntry entry)
    {
        if (entry is Changed changed)
        {
            _lasting += changed.Lasts switch { true => 1, false => -1, null => 0 };
            TimeSpan until = changed.At + WindowOf(changed.Kind);
            _until = until > _until ? until : _until;
        }
    }

    private TimeSpan WindowOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Start or ChangeKind.Leave or ChangeKind.Drop or ChangeKind.Wake when knownWindow < window => knownWindow,
        _ => window,
    };
}
