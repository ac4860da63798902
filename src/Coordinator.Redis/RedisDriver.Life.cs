using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

public sealed partial class RedisDriver
{
    /// <inheritdoc/>
    protected override async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        _link.Begin();
        await (_life is not null ? _life.BeginAsync(cancellationToken) : BeatOverLinkAsync(cancellationToken)).ConfigureAwait(false);
        // Not before: a driver whose start fails is made again and again.
        foreach ((string option, string reason) in Interlocked.Exchange(ref _ignored, []))
        {
            _logger.OptionIgnored(option, reason);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken)
    {
        await (_life is not null ? _life.BeatAsync(cancellationToken) : BeatOverLinkAsync(cancellationToken)).ConfigureAwait(false);
        return _settings.MembershipTimeout;
    }

    /// <inheritdoc/>
    protected override async ValueTask DisconnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            byte[] beat = _keys.Beat(MemberId);
            await (_life is not null
                ? _life.EndAsync(cancellationToken)
                : AskAsync("Stop", database => database.KeyDeleteAsync(beat), cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask ReleaseAsync()
    {
        _life?.Release();
        _link.Close();
        return ValueTask.CompletedTask;
    }

    private Task<RedisResult> BeatOverLinkAsync(CancellationToken cancellationToken)
    {
        var beat = (RedisKey)_keys.Beat(MemberId);
        return AskAsync(
            "Heartbeat",
            database => database.ExecuteAsync("PSETEX", beat, ToozBeat.Milliseconds(_settings), ToozBeat.Value.ToArray()),
            cancellationToken);
    }
}
