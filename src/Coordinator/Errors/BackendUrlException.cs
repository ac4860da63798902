namespace RingPerf.Coordination;

/// <summary>A back end's URL cannot be used: malformed, of an unknown scheme, or with an option that is wrong.</summary>
/// <remarks>An error of configuration, so no <see cref="CoordinationException"/>: it is never treated as a back end that is down.</remarks>
/// <param name="message">What is wrong and what is allowed, without secrets.</param>
public sealed class BackendUrlException(string message) : ArgumentException(message);
