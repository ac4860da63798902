using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>Keeps the client from reconnecting again and again by itself; see <see cref="OwnedLink"/>.</summary>
internal sealed class NoReconnect : IReconnectRetryPolicy
{
    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry) => false;
}
