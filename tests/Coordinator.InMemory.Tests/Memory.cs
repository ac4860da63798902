namespace RingPerf.Coordination.InMemory.Tests;

internal static class Memory
{
    internal static InMemoryDriver Driver(TimeProvider time, MemberId memberId, string url) =>
        new(new DriverSettings(BackendUrl.Parse(url), memberId) { Time = time });

    internal static InMemoryDriver Driver(TimeProvider time, string memberId, string url = "memory://test?membership_timeout=5") =>
        Driver(time, MemberId.FromText(memberId), url);

    internal static async Task<InMemoryDriver> StartedAsync(TimeProvider time, string memberId)
    {
        InMemoryDriver driver = Driver(time, memberId);
        await driver.StartAsync();
        return driver;
    }
}
