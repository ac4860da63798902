namespace RingPerf.Coordination;

/// <summary>A coordination operation failed; the base of every error that a driver raises for its back end or its groups.</summary>
public class CoordinationException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What failed and where.</param>
    /// <param name="innerException">The error of the back end's client, where there is one.</param>
    public CoordinationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
