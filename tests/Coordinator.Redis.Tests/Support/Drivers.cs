namespace RingPerf.Coordination.Redis.Tests.Support;

internal static class Drivers
{
    internal static RedisDriver Create(string url, MemberId memberId) => new(new DriverSettings(BackendUrl.Parse(url), memberId));

    internal static RedisDriver Create(string url, string memberId) => Create(url, MemberId.FromText(memberId));

    internal static async Task<RedisDriver> StartAsync(string url, string memberId)
    {
        RedisDriver driver = Create(url, memberId);
        await driver.StartAsync();
        return driver;
    }
}
