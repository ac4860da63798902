using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Until when the changes so far may have an effect.</summary>
internal sealed class Unrest(TimeSpan window)
{
    private TimeSpan _until;
    private int _lasting;

    internal bool IsQuietAt(TimeSpan at) => _lasting == 0 && at > _until;

    internal void See(HistoryEntry entry)
    {
        if (entry is Changed changed)
        {
            _lasting += changed.Lasts switch { true => 1, false => -1, null => 0 };
            _until = changed.At + window;
        }
    }
}
