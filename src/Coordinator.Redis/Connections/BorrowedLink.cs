using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>A multiplexer that belongs to the caller, who decides about its connections and its end.</summary>
internal sealed class BorrowedLink(IConnectionMultiplexer multiplexer, int database) : IRedisLink
{
    public void Begin()
    {
    }

    public ValueTask<IDatabase> OpenAsync(CancellationToken cancellationToken) => new(multiplexer.GetDatabase(database));

    public void Distrust(IDatabase database)
    {
    }

    public void Close()
    {
    }
}
