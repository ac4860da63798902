namespace RingPerf.Coordination;

/// <summary>The back end cannot be reached, or the connection to it broke.</summary>
/// <param name="message">What failed and where, without secrets.</param>
/// <param name="innerException">The error of the back end's client, where there is one.</param>
public sealed class CoordinationConnectionException(string message, Exception? innerException = null)
    : CoordinationException(message, innerException);
