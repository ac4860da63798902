namespace RingPerf.Coordination;

/// <summary>How long this member lives without another heartbeat, as far as it can know.</summary>
/// <remarks>Life is counted from before the beat that succeeded, so it never ends later here than on the back end. A beat tells how long
/// it holds, so before the first one nothing can run out.</remarks>
/// <param name="time">The clock.</param>
/// <param name="ranOut">Called once each time that life runs out.</param>
internal sealed class MemberLife(TimeProvider time, Action<MemberSilence> ranOut) : IDisposable
{
    private static readonly TimeSpan TimerTick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long _beatAt;
    private long _triedAt;
    private int _trying;
    private TimeSpan? _holds;
    private bool _hasRunOut;
    private long _ranOutAt;

    /// <summary>How long the last beat holds; null before the first one.</summary>
    internal TimeSpan? Holds
    {
        get
        {
            lock (_gate)
            {
                return _holds;
            }
        }
    }

    /// <summary>The time since the last beat that succeeded; null before the first one.</summary>
    internal TimeSpan? Age
    {
        get
        {
            lock (_gate)
            {
                return _holds is null ? null : time.GetElapsedTime(_beatAt);
            }
        }
    }

    /// <summary>Whether no beat has succeeded for longer than the last one holds.</summary>
    internal bool HasRunOut
    {
        get
        {
            Check();
            lock (_gate)
            {
                return _hasRunOut;
            }
        }
    }

    /// <summary>A beat is tried from now on.</summary>
    internal long Begin()
    {
        Check();
        Interlocked.Increment(ref _trying);
        return time.GetTimestamp();
    }

    /// <summary>The beat ended, well or not.</summary>
    internal void End()
    {
        Interlocked.Decrement(ref _trying);
        lock (_gate)
        {
            _triedAt = time.GetTimestamp();
        }
    }

    /// <summary>The beat succeeded.</summary>
    /// <param name="begunAt">What <see cref="Begin"/> gave.</param>
    /// <param name="holds">How long it holds.</param>
    /// <returns>The timestamp at which life was seen to have run out; null where it had not.</returns>
    internal long? Renew(long begunAt, TimeSpan holds)
    {
        lock (_gate)
        {
            long? ranOutAt = _hasRunOut ? _ranOutAt : null;
            _hasRunOut = false;
            _holds = holds;
            _beatAt = begunAt;
            Arm();
            return ranOutAt;
        }
    }

    /// <summary>Forgets every beat: the member is gone by its own will.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _holds = null;
            _hasRunOut = false;
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
        }
    }

    private void Check()
    {
        MemberSilence? silence = null;
        lock (_gate)
        {
            TimeSpan since = time.GetElapsedTime(_beatAt);
            if (_holds is { } holds && !_hasRunOut && since >= holds)
            {
                _hasRunOut = true;
                _ranOutAt = time.GetTimestamp();
                bool paused = Volatile.Read(ref _trying) == 0 && time.GetElapsedTime(_triedAt) >= holds;
                silence = new MemberSilence(since, holds, paused);
            }
        }

        if (silence is { } heard)
        {
            ranOut(heard);
        }
    }

    private void Arm()
    {
        _timer ??= time.CreateTimer(static life => ((MemberLife)life!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        TimeSpan left = _holds!.Value - time.GetElapsedTime(_beatAt);
        _timer.Change(left > TimerTick ? left : TimerTick, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        Check();
        lock (_gate)
        {
            // A timer counts whole milliseconds, so it may come a fraction of one too early.
            if (_holds is not null && !_hasRunOut)
            {
                Arm();
            }
        }
    }
}
