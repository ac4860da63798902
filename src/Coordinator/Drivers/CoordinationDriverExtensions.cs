namespace RingPerf.Coordination;

/// <summary>Operations built of a driver's own.</summary>
public static class CoordinationDriverExtensions
{
    private const int Rounds = 3;

    /// <summary>Joins a group, and creates it first where it does not exist.</summary>
    /// <remarks>Does not wait. A group that others delete as fast as it is created is given up after three rounds.</remarks>
    /// <param name="driver">A started driver.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="capabilities">What the member says of itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentNullException"><paramref name="driver"/> is null.</exception>
    /// <exception cref="MemberAlreadyExistsException">The group has a member of this name.</exception>
    /// <exception cref="GroupNotCreatedException">The group was gone again after each creation.</exception>
    public static async ValueTask JoinOrCreateGroupAsync(
        this ICoordinationDriver driver, string groupId, MemberCapabilities capabilities = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(driver);
        for (int round = 1; ; round++)
        {
            try
            {
                await driver.JoinGroupAsync(groupId, capabilities, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (GroupNotCreatedException) when (round <= Rounds)
            {
                await CreateIfAbsentAsync(driver, groupId, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask CreateIfAbsentAsync(ICoordinationDriver driver, string groupId, CancellationToken cancellationToken)
    {
        try
        {
            await driver.CreateGroupAsync(groupId, cancellationToken).ConfigureAwait(false);
        }
        catch (GroupAlreadyExistsException)
        {
            // Another member was faster; the group is there, which is all that joining needs.
        }
    }
}
