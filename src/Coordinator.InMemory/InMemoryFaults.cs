using System.Collections.Concurrent;

namespace RingPerf.Coordination.InMemory;

/// <summary>What goes wrong between an <see cref="InMemoryStore"/> and its drivers; nothing until it is set.</summary>
/// <remarks>Faults act on operations that begin, or end their delay, after they are set. Safe for any number of threads.</remarks>
public sealed class InMemoryFaults
{
    private readonly ConcurrentDictionary<MemberId, bool> _cutOff = [];
    private readonly TimeProvider _time;
    private volatile bool _isDown;
    private long _latencyTicks;

    internal InMemoryFaults(TimeProvider time) => _time = time;

    /// <summary>Whether every operation fails with <see cref="CoordinationConnectionException"/>.</summary>
    public bool IsDown
    {
        get => _isDown;
        set => _isDown = value;
    }

    /// <summary>How long every operation takes; <see cref="Timeout.InfiniteTimeSpan"/> for a store that never answers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite.</exception>
    public TimeSpan Latency
    {
        get => new(Interlocked.Read(ref _latencyTicks));
        set
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            }

            Interlocked.Exchange(ref _latencyTicks, value.Ticks);
        }
    }

    /// <summary>Cuts one member off: its operations fail, those of others go on.</summary>
    /// <param name="memberId">The member.</param>
    public void CutOff(MemberId memberId) => _cutOff.TryAdd(memberId, true);

    /// <summary>Lets a member that was cut off reach the store again.</summary>
    /// <param name="memberId">The member.</param>
    public void Reconnect(MemberId memberId) => _cutOff.TryRemove(memberId, out _);

    internal async ValueTask PassAsync(MemberId member, CancellationToken cancellationToken)
    {
        TimeSpan latency = Latency;
        if (latency != TimeSpan.Zero)
        {
            await Task.Delay(latency, _time, cancellationToken).ConfigureAwait(false);
        }

        if (IsDown || _cutOff.ContainsKey(member))
        {
            throw new CoordinationConnectionException("The in-memory store is down, as a fault says.");
        }
    }
}
