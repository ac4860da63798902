namespace RingPerf.Analysis.Inputs;

/// <summary>What an answer about movement lists.</summary>
internal enum MovementList
{
    /// <summary>Node to node.</summary>
    Flows,

    /// <summary>Ranges of positions.</summary>
    Ranges,

    /// <summary>The user's keys.</summary>
    Keys,
}
