namespace RingPerf.Coordination.Etcd.Tests.Support;

internal static class Drivers
{
    internal static EtcdDriver Create(string url, MemberId memberId) => new(new DriverSettings(BackendUrl.Parse(url), memberId));

    internal static EtcdDriver Create(string url, string memberId = "a") => Create(url, MemberId.FromText(memberId));

    internal static async Task<EtcdDriver> StartAsync(string url, string memberId = "a")
    {
        EtcdDriver driver = Create(url, memberId);
        await driver.StartAsync();
        return driver;
    }
}
