using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>An etcd that speaks TLS only and asks for the client's certificate.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private Certificates? _kept;
    private EtcdServer? _server;

    private Certificates Files => _kept ??= Certificates.Create();

    private EtcdServer Server => _server ?? throw new InvalidOperationException($"The tests need {EtcdServer.Requirement}.");

    private string Own => $"cert_cert={Files.Client.Certificate}&cert_key={Files.Client.Key}";

    public async Task InitializeAsync() => _server = EtcdServer.IsInstalled
        ? await EtcdServer.StartAsync(
            new EtcdServerOptions { Tls = (Files.Server.Certificate, Files.Server.Key, Files.Authority) })
        : null;

    public async Task DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? default);
        _kept?.Dispose();
    }

    [EtcdToozTheory]
    [InlineData("etcd3+https")]
    [InlineData("etcd3")]
    public async Task Tls_FilesOfToozsOptions_ServeBothLanguages(string scheme)
    {
        string url = Server.Url($"timeout=20&ca_cert={Files.Authority}&{Own}", scheme: scheme);
        await using EtcdDriver driver = await Drivers.StartAsync(url, "dotnet");
        await driver.JoinOrCreateGroupAsync("secure");
        await driver.HeartbeatAsync();
        await using var shell = new ToozShell(EtcdPython.Environment);
        await shell.StartAsync("p", url, "python");

        await shell.RunAsync("join", "p", "secure");

        Assert.Equal(["dotnet", "python"], await shell.ListAsync("members", "p", "secure"));
        Assert.Equal(2, (await driver.GetMembersAsync("secure")).Count);
    }

    [EtcdFact]
    public async Task Tls_ServerOfAnotherAuthority_IsNotTrusted() =>
        await AssertRefusedAsync($"timeout=5&ca_cert={Files.OtherAuthority}&{Own}");

    [EtcdFact]
    public async Task Tls_AuthorityOfTheSystem_IsNotTrusted() => await AssertRefusedAsync($"timeout=5&{Own}");

    [EtcdFact]
    public async Task Tls_NoCertificateOfOnesOwn_IsRefused() => await AssertRefusedAsync($"timeout=5&ca_cert={Files.Authority}");

    private async Task AssertRefusedAsync(string query)
    {
        await using EtcdDriver driver = Drivers.Create(Server.Url(query, scheme: "etcd3+https"));

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.StartAsync().AsTask());
    }
}
