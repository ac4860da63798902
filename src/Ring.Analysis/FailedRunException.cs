namespace RingPerf.Analysis;

/// <summary>The input was right but the run did not reach its answer; the message is the one line shown. Exit code 1.</summary>
internal sealed class FailedRunException(string message) : Exception(message);
