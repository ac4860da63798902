namespace RingPerf.Coordination;

/// <summary>A driver was started twice, or stopped or used before it was started.</summary>
/// <param name="message">What was asked, and in which state.</param>
public sealed class DriverStateException(string message) : CoordinationException(message);
