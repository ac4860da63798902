namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>What changes in a run.</summary>
internal enum ChangeKind
{
    /// <summary>An agent starts.</summary>
    Start,

    /// <summary>An agent leaves and ends.</summary>
    Leave,

    /// <summary>An agent ends without leaving.</summary>
    Kill,

    /// <summary>An agent stands still.</summary>
    Pause,

    /// <summary>An agent goes on after a pause.</summary>
    Wake,

    /// <summary>An agent does not reach the store any more.</summary>
    CutOff,

    /// <summary>An agent reaches the store again.</summary>
    Reconnect,

    /// <summary>A member is taken out of the group behind its back.</summary>
    Drop,

    /// <summary>The store forgets everything.</summary>
    DataLoss,

    /// <summary>The store refuses every call, for a time.</summary>
    Down,

    /// <summary>The store answers nothing, for a time.</summary>
    Silence,

    /// <summary>The store is slow, for a time.</summary>
    Slowness,

    /// <summary>Calls fail by chance, before or after they take effect, for a time.</summary>
    Failures,

    /// <summary>A call that a fault had held reaches the store, or comes to its end.</summary>
    LateCall,
}
