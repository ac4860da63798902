namespace RingPerf.Fuzz;

/// <summary>Something that must hold did not hold for an input.</summary>
internal sealed class FindingException(string message, Exception? cause = null) : Exception(message, cause);
