using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>The way to a server for operations that may run at the same time.</summary>
internal interface IRedisLink
{
    /// <summary>Lets the way be opened, at first and after it was closed.</summary>
    void Begin();

    /// <summary>Opens the way, or gives the one that is open.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IDatabase> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Says that an answer did not come or the connection broke, so that the next operation connects anew.</summary>
    /// <param name="database">What the operation used.</param>
    void Distrust(IDatabase database);

    /// <summary>Closes the way, waiting for nothing; it is not opened again before it begins anew.</summary>
    void Close();
}
