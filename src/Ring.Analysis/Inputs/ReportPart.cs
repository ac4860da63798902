namespace RingPerf.Analysis.Inputs;

/// <summary>A part of a report that can be left out to save its time.</summary>
internal enum ReportPart
{
    /// <summary>The search for the replica count of a wanted balance.</summary>
    Advise,

    /// <summary>The rivals.</summary>
    Compare,
}
