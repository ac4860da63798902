namespace RingPerf.Fleet;

/// <summary>A command cannot answer; the message is the one line that the user is shown, without secrets.</summary>
/// <param name="message">What is wrong, and what is allowed.</param>
/// <param name="isBadInput">Whether the user gave something unusable, rather than the back end something unexpected.</param>
/// <param name="innerException">The error of the back end, where there is one.</param>
public sealed class FleetException(string message, bool isBadInput, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the user gave something unusable.</summary>
    public bool IsBadInput { get; } = isBadInput;

    internal static FleetException BadInput(string message, Exception? innerException = null) => new(message, isBadInput: true, innerException);

    internal static FleetException Failed(string message, Exception? innerException = null) => new(message, isBadInput: false, innerException);
}
