using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    [ContractFact]
    [Trait(Tooz, "test_heartbeat")]
    public async Task Heartbeat_Started_SaysHowLongItHolds()
    {
        ICoordinationDriver driver = await StartedAsync();

        Assert.Equal(Holds, await driver.HeartbeatAsync());
    }

    [ContractFact]
    public async Task Heartbeat_CallerHasAThreadOfItsOwn_HasEndedWhenItReturns()
    {
        ICoordinationDriver driver = await StartedAsync();
        var ended = new List<bool>();
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                ValueTask<TimeSpan> beat = driver.HeartbeatAsync();
                ended.Add(beat.IsCompletedSuccessfully);
                beat.AsTask().Wait();
            }
        });

        thread.Start();
        thread.Join();

        // One that had not would go on upon the pool, which may have no thread to give.
        Assert.DoesNotContain(false, ended);
    }

    [ContractFact]
    [Trait(Tooz, "test_heartbeat_loop")]
    public async Task Heart_StartAndStop_BeatsMeanwhile()
    {
        ICoordinationDriver driver = await StartedAsync();
        await using var heart = new Heart(driver, Time);
        Assert.False(heart.IsAlive);

        heart.Start();
        Assert.True(heart.IsAlive);
        await PassAsync(Holds * 0.2);
        Assert.True(heart.Beats > 0);

        await heart.StopAsync();
        Assert.False(heart.IsAlive);
    }

    [ContractFact]
    public async Task Heart_Beating_KeepsTheMemberAlive()
    {
        ICoordinationDriver reader = await StartedWithGroupAsync();
        ICoordinationDriver driver = await StartedAsync();
        await driver.JoinGroupAsync(Group);
        await using var heart = new Heart(driver, Time);
        heart.Start();

        await PassAsync(Holds / 2);
        await PassAsync(Holds / 2);
        await PassAsync(Holds / 2);

        await AssertMembersAsync(reader, Group, driver);
    }

    [ContractFact]
    public async Task Heartbeat_Lasting_KeepsTheMemberPastItsTimeout()
    {
        ICoordinationDriver reader = await StartedWithGroupAsync();
        ICoordinationDriver driver = await StartedAsync();
        await driver.JoinGroupAsync(Group);
        for (int i = 0; i < 3; i++)
        {
            await PassAsync(Holds * 0.4);
            await driver.HeartbeatAsync();
        }

        await AssertMembersAsync(reader, Group, driver);
    }
}
