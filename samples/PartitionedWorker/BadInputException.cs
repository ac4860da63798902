namespace RingPerf.Samples.PartitionedWorker;

/// <summary>What the user gave cannot be used; the message is the one line they are shown. Exit code 2.</summary>
internal sealed class BadInputException(string message) : Exception(message);
