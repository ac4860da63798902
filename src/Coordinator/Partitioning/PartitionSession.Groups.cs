namespace RingPerf.Coordination;

internal sealed partial class PartitionSession
{
    // One join or leave at a time: a join that meets another, or overtakes a leave, would take its own member for a stranger of the same name.
    private readonly SemaphoreSlim _joining = new(1, 1);

    /// <summary>Joins a group once, creating it where it is missing.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="again">Whether to join even where this agent believes to be in the group.</param>
    /// <param name="unlessLeft">Whether not to join where it does not believe so: it has left meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GroupLeftException">It has left.</exception>
    internal async ValueTask JoinAsync(string groupId, bool again, bool unlessLeft, CancellationToken cancellationToken)
    {
        await _joining.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            bool isMember = Joined.ContainsKey(groupId);
            if (unlessLeft && !isMember)
            {
                throw new GroupLeftException();
            }

            if (again || !isMember)
            {
                if (_name.IsDrawn && Joined.IsEmpty)
                {
                    await AvoidCollisionsAsync(groupId, cancellationToken).ConfigureAwait(false);
                }

                await _driver.JoinOrCreateGroupAsync(groupId, Capabilities, cancellationToken).ConfigureAwait(false);
                Joined.TryAdd(groupId, true);
                _logger.JoinedGroup(groupId);
                if (isMember)
                {
                    _metrics.Rejoin(groupId);
                }
            }
        }
        catch (MemberAlreadyExistsException)
        {
            if (Joined.TryAdd(groupId, true))
            {
                _logger.NameTaken(groupId, _driver.MemberId);
            }

            if (!Capabilities.IsNone)
            {
                // The member of an earlier life may have told another weight.
                await _driver.UpdateCapabilitiesAsync(groupId, Capabilities, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _joining.Release();
        }
    }

    /// <summary>Leaves a group if it was joined, and forgets it all the same where the back end fails.</summary>
    internal async ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken)
    {
        try
        {
            await _joining.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (Forget(groupId))
                {
                    await _driver.LeaveGroupAsync(groupId, cancellationToken).ConfigureAwait(false);
                    _logger.LeftGroup(groupId);
                }
            }
            finally
            {
                _joining.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException || BackendFailure.Is(e, default))
        {
            Forget(groupId);
            _metrics.Error(BackendOperation.Leave, e);
            _logger.LeaveFailed(e, groupId);
        }
    }

    // The back end may have taken a join in before the stop cancelled it; only when it has ended is its group known.
    private async ValueTask EndJoinAsync(CancellationToken hurry)
    {
        try
        {
            await _joining.WaitAsync(hurry).ConfigureAwait(false);
            _joining.Release();
        }
        catch (OperationCanceledException)
        {
            // The stop has no time left; such a member expires.
        }
    }

    private bool Forget(string groupId)
    {
        Rings.TryRemove(groupId, out _);
        return Joined.TryRemove(groupId, out _);
    }

    private async ValueTask AvoidCollisionsAsync(string groupId, CancellationToken cancellationToken)
    {
        IReadOnlyList<MemberId> members;
        try
        {
            members = await _driver.GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false);
        }
        catch (GroupNotCreatedException)
        {
            return;
        }

        MemberId old = _name.Current;
        MemberId name = _name.FreeOf(members, out bool free);
        if (free && name != old)
        {
            await RenameAsync(name, cancellationToken).ConfigureAwait(false);
            _logger.Renamed(old, name, groupId);
        }
    }

    private async ValueTask RenameAsync(MemberId name, CancellationToken cancellationToken)
    {
        ICoordinationDriver old;
        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ICoordinationDriver renamed = _create(name);
            try
            {
                await renamed.StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await renamed.DisposeAsync().ConfigureAwait(false);
                throw;
            }

            // Before the old one ends, so that no heartbeat finds a driver that is stopped.
            (old, _driver) = (_driver, renamed);
            _name.Current = name;
        }
        finally
        {
            _starting.Release();
        }

        // A back end that is silent by now must hold up no stop of this session.
        try
        {
            await old.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || BackendFailure.Is(e, default))
        {
            // What it holds of the old name expires.
        }

        await old.DisposeAsync().ConfigureAwait(false);
    }
}
