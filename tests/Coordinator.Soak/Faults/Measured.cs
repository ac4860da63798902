namespace RingPerf.Coordination.Soak.Faults;

/// <summary>How long a fleet took to split exactly again.</summary>
/// <param name="What">After what.</param>
/// <param name="Took">How long.</param>
/// <param name="Bound">How long it may take.</param>
internal sealed record Measured(string What, TimeSpan Took, TimeSpan Bound);
