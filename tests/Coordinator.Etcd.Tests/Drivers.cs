namespace RingPerf.Coordination.Etcd.Tests;

internal static class Drivers
{
    internal static EtcdDriver New(string url, MemberId memberId) => new(new DriverSettings(BackendUrl.Parse(url), memberId));

    internal static EtcdDriver New(string url, string memberId = "a") => New(url, MemberId.FromText(memberId));

    internal static async Task<EtcdDriver> StartedAsync(string url, string memberId = "a")
    {
        EtcdDriver driver = New(url, memberId);
        await driver.StartAsync();
        return driver;
    }
}
