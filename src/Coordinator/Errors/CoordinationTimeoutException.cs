namespace RingPerf.Coordination;

/// <summary>The back end did not answer in time; whether the operation took effect is unknown.</summary>
/// <param name="operation">The operation.</param>
/// <param name="timeout">The time it had.</param>
/// <param name="innerException">The error that ended it, where there is one.</param>
public sealed class CoordinationTimeoutException(string operation, TimeSpan timeout, Exception? innerException = null)
    : CoordinationException($"{operation} had no answer within {timeout.TotalSeconds:0.###} s.", innerException)
{
    /// <summary>The operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>The time it had.</summary>
    public TimeSpan Timeout { get; } = timeout;
}
