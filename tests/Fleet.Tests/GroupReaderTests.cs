using RingPerf.Coordination;
using RingPerf.Coordination.InMemory;
using RingPerf.Fleet.Backends;

namespace RingPerf.Fleet.Tests;

/// <summary>What a back end's failures become, each by a store in memory that fails so.</summary>
public sealed class GroupReaderTests
{
    private static readonly BackendUrl Shown = BackendUrl.Parse("memory://shown");

    private readonly string _name = Guid.NewGuid().ToString("D");

    private InMemoryFaults Faults => InMemoryStore.Named(_name, TimeProvider.System).Faults;

    [Fact]
    public async Task Read_NoSuchGroup_NamesItAndTheBackEnd()
    {
        FleetException error = await FailsAsync(Reader("nobody's"));

        Assert.Equal(("the group \"nobody's\" does not exist on memory://shown", false), (error.Message, error.IsBadInput));
        Assert.IsType<GroupNotCreatedException>(error.InnerException);
    }

    [Fact]
    public async Task Read_BackEndDown_TellsWhatItSays()
    {
        Faults.IsDown = true;

        FleetException error = await FailsAsync(Reader("g"));

        Assert.Equal(("The in-memory store is down, as a fault says.", false), (error.Message, error.IsBadInput));
        Assert.IsType<CoordinationConnectionException>(error.InnerException);
    }

    [Fact]
    public async Task Read_EachStepInTimeButNotAll_NamesTheBackEndAndTheTime()
    {
        Faults.Latency = TimeSpan.FromSeconds(0.3);

        FleetException error = await FailsAsync(Reader("g", "timeout=0.4"));

        Assert.Equal(("memory://shown had no answer within 0.4 s", false), (error.Message, error.IsBadInput));
    }

    [Fact]
    public async Task Read_GroupIdRefused_NamesTheOption()
    {
        (string Group, string Message)[] refused =
        [
            ("", "--group: The value cannot be an empty string."),
            ("g\ud83d", "--group: A group id has the lone surrogate U+D83D at index 1; text must be valid UTF-16."),
        ];

        foreach ((string group, string message) in refused)
        {
            FleetException error = await FailsAsync(Reader(group));
            Assert.Equal((message, true), (error.Message, error.IsBadInput));
        }
    }

    [Fact]
    public async Task Read_Cancelled_IsNoFailureOfTheBackEnd() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Reader("g").ReadMembersAsync(new CancellationToken(canceled: true)));

    private static async Task<FleetException> FailsAsync(GroupReader reader) =>
        await Assert.ThrowsAsync<FleetException>(() => reader.ReadMembersAsync(CancellationToken.None));

    private GroupReader Reader(string group, string query = "timeout=10")
    {
        var driver = new InMemoryDriver(new DriverSettings(BackendUrl.Parse($"memory://{_name}?{query}"), MemberId.New()));
        return new GroupReader("--group", group, Shown, driver);
    }
}
