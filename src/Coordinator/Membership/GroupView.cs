using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RingPerf.Coordination;

/// <summary>What this agent sees of one group: the last snapshot, who waits for the next, and the token of its own membership.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Tokens handed out may be used after the membership's end; the source owns no handle.")]
internal sealed class GroupView
{
    private readonly Lock _gate = new();
    private MembershipSnapshot _current;
    private MemberId[] _lastRead = [];
    private TaskCompletionSource _changed = NewSignal();
    private CancellationTokenSource? _membership;
    private bool _ended;
    private long? _listedAt;
    private int _collisions;
    private double _share = double.NaN;

    internal GroupView(MembershipSnapshot first) => _current = first;

    internal MembershipSnapshot Current => Volatile.Read(ref _current);

    /// <summary>The token of the present membership; where there is none, one that is cancelled.</summary>
    internal CancellationToken Lost
    {
        get
        {
            lock (_gate)
            {
                return _membership?.Token ?? new CancellationToken(canceled: true);
            }
        }
    }

    /// <summary>How many members the last read gave; none where this agent is no longer active.</summary>
    internal int LastRead
    {
        get
        {
            lock (_gate)
            {
                return _current.State == PartitionState.Inactive ? 0 : _lastRead.Length;
            }
        }
    }

    /// <summary>The timestamp of the last read that listed this agent; null where none has.</summary>
    internal long? ListedAt
    {
        get
        {
            lock (_gate)
            {
                return _listedAt;
            }
        }

        set
        {
            lock (_gate)
            {
                _listedAt = value;
            }
        }
    }

    /// <summary>Positions of the last ring that two members share.</summary>
    internal int Collisions
    {
        get => Volatile.Read(ref _collisions);
        set => Volatile.Write(ref _collisions, value);
    }

    /// <summary>This agent's part of the last input; not a number where there was none.</summary>
    internal double Share
    {
        get => Volatile.Read(ref _share);
        set => Volatile.Write(ref _share, value);
    }

    /// <summary>Takes what was seen.</summary>
    /// <param name="state">Where the agent stands.</param>
    /// <param name="read">The members that were read, by ascending bytes; null where none could be.</param>
    /// <param name="self">Its name.</param>
    /// <param name="at">When it looked.</param>
    /// <param name="alive">Whether its own life has not run out, without which there is no membership to hold.</param>
    /// <returns>How many members came and went since the last read.</returns>
    internal (int Joined, int Left) Show(
        PartitionState state, MemberId[]? read, MemberId self, DateTimeOffset at, bool alive)
    {
        (int Joined, int Left) moves = (0, 0);
        MemberId[] members = read ?? [];
        lock (_gate)
        {
            if (read is not null && !read.AsSpan().SequenceEqual(_lastRead))
            {
                moves = (read.Except(_lastRead).Count(), _lastRead.Except(read).Count());
                _lastRead = read;
            }

            MembershipSnapshot last = _current;
            bool isNews = last.State != state || last.Self != self || !last.Members.SequenceEqual(members);
            Volatile.Write(ref _current, new MembershipSnapshot(last.Version + (isNews ? 1 : 0), state, members, self, at));
            if (state == PartitionState.Member && alive)
            {
                _membership ??= new CancellationTokenSource();
            }

            if (isNews)
            {
                Signal();
            }
        }

        if (state is PartitionState.Rejoining or PartitionState.Inactive)
        {
            Lose();
        }

        return moves;
    }

    /// <summary>Hands out a token again where a read has listed the agent since its life ran out.</summary>
    /// <param name="ranOutAt">The timestamp of that.</param>
    internal void Regain(long ranOutAt)
    {
        lock (_gate)
        {
            if (_current.State == PartitionState.Member && _listedAt >= ranOutAt && !_ended)
            {
                _membership ??= new CancellationTokenSource();
            }
        }
    }

    /// <summary>Cancels the token of the present membership.</summary>
    /// <returns>False where there was none.</returns>
    internal bool Lose()
    {
        CancellationTokenSource? lost;
        lock (_gate)
        {
            (lost, _membership) = (_membership, null);
        }

        // Whoever listens runs on the pool: the caller may be the thread that beats. It cannot fail; listeners' errors stay in the task.
        _ = lost?.CancelAsync();
        return lost is not null;
    }

    /// <summary>Ends every watch, once it has seen the last snapshot.</summary>
    internal void End()
    {
        lock (_gate)
        {
            _ended = true;
            Signal();
        }
    }

    internal async IAsyncEnumerable<MembershipSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (MembershipSnapshot? seen = null; ;)
        {
            (MembershipSnapshot current, Task changed, bool ended) = Look();
            if (seen is null || seen.Version != current.Version)
            {
                seen = current;
                yield return current;
            }
            else if (ended)
            {
                yield break;
            }
            else
            {
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private (MembershipSnapshot Current, Task Changed, bool Ended) Look()
    {
        lock (_gate)
        {
            return (_current, _changed.Task, _ended);
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        if (!_ended)
        {
            _changed = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
