namespace RingPerf.Coordination.Redis;

/// <summary>The server answered with an error.</summary>
/// <param name="text">The error as the server wrote it.</param>
internal sealed class RespErrorException(string text) : Exception(text);
