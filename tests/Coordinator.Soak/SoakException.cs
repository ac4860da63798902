namespace RingPerf.Coordination.Soak;

/// <summary>A fleet did not do what must hold.</summary>
internal sealed class SoakException(string message) : Exception(message);
