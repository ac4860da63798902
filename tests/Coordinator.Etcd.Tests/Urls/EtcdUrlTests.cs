using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Etcd.Tests.Urls;

public sealed class EtcdUrlTests
{
    [Theory]
    [InlineData("etcd3+http://")]
    [InlineData("etcd3+https://")]
    [InlineData("etcd3://")]
    public void AddEtcd_EachScheme_MakesTheDriver(string url)
    {
        var registry = new CoordinationDriverRegistry().AddEtcd();

        Assert.IsType<EtcdDriver>(registry.Create(new DriverSettings(BackendUrl.Parse(url), MemberId.FromText("a"))));
    }

    [Fact]
    public void Options_NoneGiven_AreToozDefaults()
    {
        EtcdOptions options = Parse("etcd3+http://");

        Assert.Equal([new Uri("http://localhost:2379")], options.Endpoints);
        Assert.Equal((30, 30, 10), (options.TimeoutSeconds, options.MembershipSeconds, options.BeatTimeout.TotalSeconds));
        Assert.Equal((null, null, null), (options.Tls, options.User, options.Password));
        Assert.Empty(options.Ignored);
    }

    [Theory]
    [InlineData("timeout=7", 7, 7)]
    [InlineData("membership_timeout=3", 30, 3)]
    [InlineData("timeout=7&membership_timeout=3", 7, 3)]
    [InlineData("timeout=7&timeout=8", 8, 8)]
    [InlineData("timeout=7&membership_timeout=", 7, 7)]
    public void Options_Timeouts_AreReadAsToozDoes(string query, int timeout, int membership)
    {
        EtcdOptions options = Parse($"etcd3+http://etcd.example?{query}");

        Assert.Equal((timeout, membership), (options.TimeoutSeconds, options.MembershipSeconds));
    }

    [Fact]
    public async Task Constructor_LongestTimeout_IsTaken()
    {
        await using EtcdDriver driver = Drivers.Create($"etcd3+http://h?timeout={EtcdOptions.MaxSeconds}");

        Assert.Equal(EtcdOptions.MaxSeconds, driver.Timeout.TotalSeconds);
    }

    [Fact]
    public void Options_Endpoints_AreTheHostAndThoseNamed()
    {
        EtcdOptions options = Parse("etcd3+https://one:1?endpoint=two&endpoint=three:3&endpoint=[::1]:4");

        Assert.Equal(
            ["https://one:1/", "https://two:2379/", "https://three:3/", "https://[::1]:4/"],
            options.Endpoints.Select(uri => uri.ToString()));
        Assert.NotNull(options.Tls);
    }

    [Fact]
    public void Options_UserAndPassword_AreNotDecoded()
    {
        EtcdOptions options = Parse("etcd3+http://agent:p%40s:s@w@host");

        Assert.Equal(("agent", "p%40s:s@w"), (options.User, options.Password));
    }

    [Theory]
    [InlineData("etcd3+http://h?namespace=x", "The scheme 'etcd3+http' has no option 'namespace'; it knows timeout, membership_timeout, ")]
    [InlineData("etcd3+http://h?timeout=0", "The option 'timeout' is '0'; it must be a whole number of seconds from 1 to 2000000.")]
    [InlineData("etcd3+http://h?timeout=0.5", "The option 'timeout' is '0.5'; it must be a whole number of seconds from 1 to 2000000.")]
    [InlineData("etcd3+http://h?membership_timeout=soon", "The option 'membership_timeout' is 'soon'; it must be a whole number of seconds from 1 to 2000000.")]
    [InlineData("etcd3+http://h?membership_timeout=-1", "The option 'membership_timeout' is '-1'; it must be a whole number of seconds from 1 to 2000000.")]
    [InlineData("etcd3+http://h?timeout=2000001", "The option 'timeout' is '2000001'; it must be a whole number of seconds from 1 to 2000000.")]
    [InlineData("etcd3+http://h/path", "The URL has the path '/path'; etcd has none, so it must be etcd3+http://host[:port][?options].")]
    [InlineData("etcd3+http://h?endpoint=u:p@two", "The option 'endpoint' is '***@two'; it must be host[:port].")]
    [InlineData("etcd3+http://h?endpoint=two/x", "The option 'endpoint' is 'two/x'; it must be host[:port].")]
    [InlineData("etcd3+http://h?endpoint=two%3Fa=b", "The option 'endpoint' is 'two?a=b'; it must be host[:port].")]
    [InlineData("etcd3+http://h?endpoint=:5", "The option 'endpoint' is ':5'; it must be host[:port].")]
    [InlineData("etcd3+http://h?endpoint=two:0", "The back end's URL has the port '0'; it must be a number from 1 to 65535.")]
    [InlineData("etcd3+http://user@h", "The URL has a user without a password, or a password without a user; etcd needs both, or none.")]
    [InlineData("etcd3+http://user:@h", "The URL has a user without a password, or a password without a user; etcd needs both, or none.")]
    [InlineData("etcd3+http://:secret@h", "The URL has a user without a password, or a password without a user; etcd needs both, or none.")]
    [InlineData("etcd3+http://:@h", "The URL has a user without a password, or a password without a user; etcd needs both, or none.")]
    [InlineData("etcd3+http://h h", "'h h' is no host name or address.")]
    [InlineData("etcd3+http://h?endpoint=t o", "'t o' is no host name or address.")]
    [InlineData("etcd3+https://h?cert_cert=/c.pem", "The options 'cert_cert' and 'cert_key' belong together; the URL has only one of them.")]
    [InlineData("etcd3+https://h?cert_key=/k.pem", "The options 'cert_cert' and 'cert_key' belong together; the URL has only one of them.")]
    [InlineData("etcd3+https://h?ca_cert=/no/such.pem", "The option 'ca_cert' names '/no/such.pem', which cannot be used: ")]
    [InlineData("etcd3+https://h?ca_cert=/", "The option 'ca_cert' names '/', which cannot be used: ")]
    [InlineData("etcd3+https://h?ca_cert=%00", "The option 'ca_cert' names '\0', which cannot be used: ")]
    [InlineData("etcd3://h?cert_cert=/no/c.pem&cert_key=/no/k.pem", "The option 'cert_cert' names '/no/c.pem', which cannot be used: ")]
    public void Constructor_WrongUrl_ThrowsAndNamesIt(string url, string says)
    {
        var error = Assert.Throws<BackendUrlException>(() => Drivers.Create(url));

        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ca_cert={0}", "ca_cert")]
    [InlineData("cert_cert={0}&cert_key={0}", "cert_cert")]
    public void Constructor_FileWithoutCertificate_IsNamed(string query, string option)
    {
        using var folder = new TemporaryFolder();
        string file = folder["empty.pem"];
        File.WriteAllText(file, "");

        var error = Assert.Throws<BackendUrlException>(
            () => Drivers.Create($"etcd3+https://h?{string.Format(CultureInfo.InvariantCulture, query, file)}"));

        Assert.StartsWith($"The option '{option}' names '{file}', which cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [EtcdFact]
    public async Task Start_OptionsWithoutEffect_AreAcceptedAndLoggedOnce()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        using var loggers = new RecordingLoggers();
        var url = BackendUrl.Parse($"etcd3+http://127.0.0.1:{etcd.Port}?api_version=v3alpha&lock_timeout=9&ca_cert=/no/such.pem&timeout=5");
        await using var driver = new EtcdDriver(new DriverSettings(url, MemberId.FromText("a")) { Loggers = loggers });

        await driver.StartAsync();
        await driver.StopAsync();
        await driver.StartAsync();

        Assert.Equal(["api_version", "lock_timeout", "ca_cert"], loggers.Entries.Select(entry => entry.Text.Split(' ')[3]));
    }

    [Theory]
    [InlineData("etcd3+http")]
    [InlineData("etcd3+https")]
    [InlineData("etcd3")]
    public async Task AddEtcdDriver_EachScheme_IsKnownToTheHost(string scheme)
    {
        var services = new ServiceCollection();
        services.AddPartitionCoordinator(options => options.BackendUrl = $"{scheme}://127.0.0.1:{FreePort.Find()}").AddEtcdDriver();
        await using ServiceProvider provider = services.BuildServiceProvider();
        PartitionCoordinator coordinator = provider.GetRequiredService<PartitionCoordinator>();

        // Nobody is there, which is no error; a scheme without a driver would be one.
        await coordinator.StartAsync();

        Assert.True(coordinator.IsActive);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("/")]
    public void Constructor_MemberIdWithSlash_NamesIt(string id) => AssertUnfit(MemberId.FromText(id), id);

    [Fact]
    public void Constructor_MemberIdNoText_NamesIt() => AssertUnfit(MemberId.FromBytes([0xFF]), @"\xff");

    [Fact]
    public async Task EveryOperation_GroupIdWithSlash_ThrowsBeforeAnythingIsSent()
    {
        await using EtcdDriver driver = Drivers.Create("etcd3+http://h");
        Func<Task>[] operations =
        [
            () => driver.CreateGroupAsync("g/sub").AsTask(),
            () => driver.DeleteGroupAsync("g/sub").AsTask(),
            () => driver.JoinGroupAsync("g/sub").AsTask(),
            () => driver.LeaveGroupAsync("g/sub").AsTask(),
            () => driver.GetMembersAsync("g/sub").AsTask(),
        ];

        // Not started, so a request would be another error.
        foreach (Func<Task> operation in operations)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>("groupId", operation);
            Assert.StartsWith(
                "The group id 'g/sub' has a '/', which tooz's layout reads as the end of a group; it must have none.", error.Message,
                StringComparison.Ordinal);
        }
    }

    private static void AssertUnfit(MemberId id, string shown)
    {
        var error = Assert.Throws<ArgumentException>("settings", () => Drivers.Create("etcd3+http://h", id));
        Assert.StartsWith(
            $"The member id '{shown}' is not fit for etcd: it must be valid UTF-8 without '/'.", error.Message, StringComparison.Ordinal);
    }

    private static EtcdOptions Parse(string url) => EtcdOptions.Of(new DriverSettings(BackendUrl.Parse(url), MemberId.FromText("a")));
}
