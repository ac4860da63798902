namespace RingPerf.Coordination.Contract;

/// <summary>What every driver must do. A driver's tests derive from it and say how to make a driver and how time passes.</summary>
/// <remarks>The cases are those of tooz's own suite that concern groups; each names its original by a trait.</remarks>
public abstract partial class DriverContract : IAsyncLifetime
{
    /// <summary>The trait whose value is the tooz case that a test mirrors.</summary>
    public const string Tooz = "tooz";

    private readonly List<ICoordinationDriver> _drivers = [];

    /// <summary>How long a beat holds; as in the original, unless time passes for real.</summary>
    protected virtual TimeSpan Holds => TimeSpan.FromSeconds(5);

    /// <summary>The clock that the driver under test goes by.</summary>
    protected abstract TimeProvider Time { get; }

    /// <summary>A group of this test alone; not created.</summary>
    protected string Group { get; } = NewId("group");

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (ICoordinationDriver driver in _drivers)
        {
            await driver.DisposeAsync();
        }
    }

    /// <summary>Makes a driver on the store that all drivers of a test share.</summary>
    protected abstract ICoordinationDriver Create(MemberId memberId, TimeSpan holds);

    /// <summary>Makes a driver whose back end nobody answers for.</summary>
    protected abstract ICoordinationDriver CreateUnreachable(MemberId memberId);

    /// <summary>Lets time pass, for the driver and for its back end.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    protected static string NewId(string kind) => $"{kind}-{Guid.NewGuid():D}";

    protected ICoordinationDriver Stopped(MemberId? memberId = null) =>
        Kept(Create(memberId ?? MemberId.FromText(NewId("member")), Holds));

    protected async Task<ICoordinationDriver> StartedAsync(MemberId? memberId = null)
    {
        ICoordinationDriver driver = Stopped(memberId);
        await driver.StartAsync();
        return driver;
    }

    /// <summary>A started driver, and the group of the test created.</summary>
    protected async Task<ICoordinationDriver> StartedWithGroupAsync()
    {
        ICoordinationDriver driver = await StartedAsync();
        await driver.CreateGroupAsync(Group);
        return driver;
    }

    protected static async Task AssertMembersAsync(ICoordinationDriver reader, string group, params ICoordinationDriver[] expected)
    {
        IReadOnlyList<MemberId> members = await reader.GetMembersAsync(group);
        Assert.Equal(expected.Select(driver => driver.MemberId).Order(), members.Order());
    }

    /// <summary>Asserts that an operation names the test's group as one that does not exist.</summary>
    protected async Task AssertNotCreatedAsync(Func<Task> act) =>
        Assert.Equal(Group, (await Assert.ThrowsAsync<GroupNotCreatedException>(act)).GroupId);

    /// <summary>Asserts that an operation names the test's group as one without a member.</summary>
    protected async Task AssertNotJoinedAsync(MemberId memberId, Func<Task> act)
    {
        var error = await Assert.ThrowsAsync<MemberNotJoinedException>(act);
        Assert.Equal((Group, memberId), (error.GroupId, error.MemberId));
    }

    /// <summary>Back ends that keep no record of a group beside its members cannot tell which of the two it is.</summary>
    protected async Task AssertNotJoinedOrNotCreatedAsync(MemberId memberId, Func<Task> act)
    {
        CoordinationException error = await Assert.ThrowsAnyAsync<CoordinationException>(act);
        Assert.True(
            error is MemberNotJoinedException missing
                ? (missing.GroupId, missing.MemberId) == (Group, memberId)
                : error is GroupNotCreatedException absent && absent.GroupId == Group,
            error.ToString());
    }

    protected ICoordinationDriver Kept(ICoordinationDriver driver)
    {
        _drivers.Add(driver);
        return driver;
    }
}
