namespace RingPerf.Benchmarks;

/// <summary>Bad arguments or bad input: the message is the one line the user sees, and nothing has been started.</summary>
internal sealed class UsageException(string message) : Exception(message);
