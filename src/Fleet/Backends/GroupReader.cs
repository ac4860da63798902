using RingPerf.Coordination;

namespace RingPerf.Fleet.Backends;

/// <summary>Reads a group once: connects, reads, disconnects, within the time that the URL gives an operation.</summary>
/// <remarks>The group is not joined and nobody in it is purged. While connected the driver has what a member has that is in no group: a
/// heartbeat's key on Redis, a lease on etcd, under a name of its own; both go as it disconnects, and expire if it cannot.</remarks>
internal sealed class GroupReader(string groupOption, string group, BackendUrl url, ICoordinationDriver driver)
{
    internal string Group => group;

    /// <summary>The members that are alive, by ascending bytes, with what they say of themselves.</summary>
    /// <exception cref="FleetException">The group does not exist, or the back end fails.</exception>
    internal Task<GroupMember[]> ReadMembersAsync(CancellationToken cancellationToken) => RunAsync(
        async token =>
        {
            IReadOnlyList<GroupMember> members = await driver.GetMembersWithCapabilitiesAsync(group, token).ConfigureAwait(false);
            return members.DistinctBy(member => member.Id).OrderBy(member => member.Id).ToArray();
        },
        cancellationToken);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(driver.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using (driver.ConfigureAwait(false))
        {
            try
            {
                await driver.StartAsync(either.Token).ConfigureAwait(false);
                return await read(either.Token).ConfigureAwait(false);
            }
            catch (GroupNotCreatedException e)
            {
                throw FleetException.Failed($"the group \"{group}\" does not exist on {url}", e);
            }
            catch (CoordinationException e)
            {
                throw FleetException.Failed(e.Message, e);
            }
            catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw FleetException.Failed(FormattableString.Invariant($"{url} had no answer within {driver.Timeout.TotalSeconds:0.###} s"), e);
            }
            catch (ArgumentException e)
            {
                throw FleetException.BadInput($"{groupOption}: {WithoutParameter(e)}", e);
            }
        }
    }

    private static string WithoutParameter(ArgumentException error) =>
        error.ParamName is null ? error.Message : error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal);
}
