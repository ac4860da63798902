using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Redis.Tests.Urls;

public sealed class RedisUrlTests
{
    [Fact]
    public void Read_HostAlone_HasToozDefaults()
    {
        RedisSettings settings = Read("redis://host");

        Assert.Equal("host:6379", settings.Server.ToString());
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.RequestTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.ConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.MembershipTimeout);
        Assert.Equal("_tooz"u8.ToArray(), settings.Namespace);
        Assert.Equal(0, settings.Database);
        Assert.Null(settings.Tls);
        Assert.Empty(settings.Sentinels);
        Assert.Empty(settings.Ignored);
    }

    [Theory]
    [InlineData("timeout=4", 4, 4, 4, 4)]
    [InlineData("timeout=4&membership_timeout=2.5", 4, 4, 4, 2.5)]
    [InlineData("timeout=4&socket_timeout=1", 4, 1, 1, 4)]
    [InlineData("timeout=4&socket_timeout=9", 4, 4, 9, 4)]
    [InlineData("timeout=4&socket_timeout=2&socket_connect_timeout=1", 4, 2, 1, 4)]
    [InlineData("timeout=4&timeout=5", 5, 5, 5, 5)]
    public void Read_Timeouts_DefaultAsInTooz(string query, double timeout, double request, double connect, double membership)
    {
        RedisSettings settings = Read($"redis://host?{query}");

        Assert.Equal(
            (timeout, request, connect, membership),
            (settings.Timeout.TotalSeconds, settings.RequestTimeout.TotalSeconds, settings.ConnectTimeout.TotalSeconds,
                settings.MembershipTimeout.TotalSeconds));
    }

    [Theory]
    [InlineData("redis://:secret@host", null, "secret")]
    [InlineData("redis://joe:secret@host", "joe", "secret")]
    [InlineData("redis://:p%40s@s@host", null, "p%40s@s")]
    [InlineData("redis://joe@host", "joe", null)]
    [InlineData("redis://:@host", null, null)]
    public void Read_UserAndPassword_AreTakenAsWritten(string url, string? user, string? password)
    {
        RedisSettings settings = Read(url);

        Assert.Equal((user, password), (settings.Credentials.User, settings.Credentials.Password));
    }

    [Theory]
    [InlineData("redis:///run/redis.sock", "/run/redis.sock")]
    [InlineData("redis://:pw@/run/redis.sock?db=2", "/run/redis.sock")]
    [InlineData("redis://[::1]:7000", "[::1]:7000")]
    [InlineData("redis://10.0.0.1:7000", "10.0.0.1:7000")]
    public void Read_Server_IsHostOrSocket(string url, string expected) => Assert.Equal(expected, Read(url).Server.ToString());

    [Fact]
    public void Read_SocketPathTooLong_IsRefused()
    {
        string path = "/" + new string('x', 300);

        var error = Assert.Throws<BackendUrlException>(() => Read($"redis://{path}"));

        Assert.Equal($"The URL's path '{path}' cannot be that of a unix socket; it is too long.", error.Message);
    }

    [Fact]
    public void Read_Sentinels_AreTheHostThenTheFallbacks()
    {
        RedisSettings settings = Read(
            "redis://:pw@s1:26379?sentinel=mymaster&sentinel_fallback=s2:26380&sentinel_fallback=[::1]:26381"
            + "&sentinel_username=watcher&sentinel_password=eye");

        Assert.Equal(["s1:26379", "s2:26380", "[::1]:26381"], settings.Sentinels.Select(sentinel => sentinel.ToString()));
        Assert.Equal("mymaster", settings.PrimaryName);
        Assert.Equal(("watcher", "eye"), (settings.SentinelCredentials.User, settings.SentinelCredentials.Password));
        Assert.Equal("pw", settings.Credentials.Password);
    }

    [Fact]
    public void Read_SentinelsWithoutCredentials_AreShownNoneOfTheServers() =>
        Assert.Null(Read("redis://:pw@s1:26379?sentinel=mymaster").SentinelCredentials.Password);

    [Theory]
    [InlineData("1", true)]
    [InlineData("T", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    public void Read_Flag_TakesOsloWords(string word, bool expected) =>
        Assert.Equal(expected, Read($"redis://host?ssl={word}").Tls is not null);

    [Theory]
    [InlineData("utf8", "é", "C3A9")]
    [InlineData("UTF-8", "é", "C3A9")]
    [InlineData("latin_1", "é", "E9")]
    [InlineData("ascii", "e", "65")]
    public void Read_Encoding_WritesGroupIds(string encoding, string group, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexString(new ToozKeys(Read($"redis://host?encoding={encoding}")).GroupId(group)));

    [Theory]
    [InlineData("redis://", "The URL names no server; it must be redis://host[:port] or redis:///path/of/socket.")]
    [InlineData("redis:///", "The URL names no server; it must be redis://host[:port] or redis:///path/of/socket.")]
    [InlineData("redis://host?tiemout=3", "The scheme 'redis' has no option 'tiemout'; it knows timeout, membership_timeout, ")]
    [InlineData("redis://host?timeout=soon", "The option 'timeout' is 'soon'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("redis://host?membership_timeout=0", "The option 'membership_timeout' is '0'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("redis://host?socket_timeout=0", "The option 'socket_timeout' is '0'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("redis://host?socket_connect_timeout=-1", "The option 'socket_connect_timeout' is '-1'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("redis://host?health_check_interval=x", "The option 'health_check_interval' is 'x'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("redis://host?db=-1", "The option 'db' is '-1'; it must be a whole number from 0.")]
    [InlineData("redis://host?db=a", "The option 'db' is 'a'; it must be a whole number from 0.")]
    [InlineData("redis://host?ssl=maybe", "The option 'ssl' is 'maybe'; it must be one of 1, t, true, on, y, yes, 0, f, false, off, n, no.")]
    [InlineData("redis://host?sentinel_ssl=2", "The option 'sentinel_ssl' is '2'; it must be one of 1, t, true, on, y, yes, 0, f, false, off, n, no.")]
    [InlineData("redis://host?socket_keepalive=2", "The option 'socket_keepalive' is '2'; it must be one of 1, t, true, on, y, yes, 0, f, false, off, n, no.")]
    [InlineData("redis://host?retry_on_timeout=maybe", "The option 'retry_on_timeout' is 'maybe'; it must be one of 1, t, true, on, y, yes, 0, f, false, off, n, no.")]
    [InlineData("redis://host?encoding=utf16", "The option 'encoding' is 'utf16'; it must be utf8, ascii or latin1.")]
    [InlineData("redis://host?encoding=ascii&namespace=%C3%A9", "The option 'namespace' is 'é', which cannot be written in us-ascii.")]
    [InlineData("redis://host?sentinel=m", "A URL with the option 'sentinel' names a sentinel, so it must name its port.")]
    [InlineData("redis:///run/s?sentinel=m", "A URL with the option 'sentinel' must name the sentinel's host and port.")]
    [InlineData("redis://host?sentinel_fallback=s:1", "The option 'sentinel_fallback' needs the option 'sentinel' beside it.")]
    [InlineData("redis://host?sentinel_username=s", "The option 'sentinel_username' needs the option 'sentinel' beside it.")]
    [InlineData("redis://host?sentinel_password=s", "The option 'sentinel_password' needs the option 'sentinel' beside it.")]
    [InlineData("redis://host?ssl=1&ssl_keyfile=/nowhere/me.key", "The option 'ssl_keyfile' needs the option 'ssl_certfile' beside it.")]
    [InlineData("redis://host?sentinel_ssl=0", "The option 'sentinel_ssl' needs the option 'sentinel' beside it.")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=s2", "The option 'sentinel_fallback' is 's2'; it must be host:port, the port from 1 to 65535.")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=s2:0", "The option 'sentinel_fallback' is 's2:0'; it must be host:port, the port from 1 to 65535.")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=s2:65536", "The option 'sentinel_fallback' is 's2:65536'; it must be host:port, ")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=:1", "The option 'sentinel_fallback' is ':1'; it must be host:port, ")]
    [InlineData("redis://host?ssl=1&ssl_ca_certs=/nowhere/ca.pem", "The option 'ssl_ca_certs' names '/nowhere/ca.pem', which cannot be used: ")]
    [InlineData("redis://host?ssl=1&ssl_certfile=/nowhere/me.pem", "The option 'ssl_certfile' names '/nowhere/me.pem', which cannot be used: ")]
    [InlineData("redis://host?ssl=1&ssl_ca_certs=%00", "The option 'ssl_ca_certs' names '\0', which cannot be used: ")]
    [InlineData("redis://host:1?sentinel=m&sentinel_ssl=1&ssl_ca_certs=/", "The option 'ssl_ca_certs' names '/', which cannot be used: ")]
    public void Read_Unusable_SaysWhatIsWrong(string url, string says)
    {
        var error = Assert.Throws<BackendUrlException>(() => Read(url));

        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssl_ca_certs")]
    [InlineData("ssl_certfile")]
    public void Read_FileWithoutCertificate_IsNamed(string option)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["empty.pem"], "");

        var error = Assert.Throws<BackendUrlException>(() => Read($"redis://host?ssl=1&{option}={folder["empty.pem"]}"));

        Assert.StartsWith(
            $"The option '{option}' names '{folder["empty.pem"]}', which cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CertificateWithoutKey_IsNamed()
    {
        using var folder = new TemporaryFolder();
        CertificateFile.Write(folder["me.pem"]);
        File.WriteAllText(folder["empty.key"], "");

        var error = Assert.Throws<BackendUrlException>(
            () => Read($"redis://host?ssl=1&ssl_certfile={folder["me.pem"]}&ssl_keyfile={folder["empty.key"]}"));

        Assert.StartsWith(
            $"The option 'ssl_certfile' names '{folder["me.pem"]}', which cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OptionsWithoutEffect_AreIgnoredEach()
    {
        RedisSettings settings = Read(
            "redis://host/5?lock_timeout=3&executor=sync&retry_on_timeout=true&ssl_ca_certs=/ca&ssl_keyfile=/k&ssl_certfile=/c&timeout=3");

        Assert.Equal(
            ["executor", "lock_timeout", "path", "retry_on_timeout", "ssl_ca_certs", "ssl_certfile", "ssl_keyfile"],
            settings.Ignored.Select(ignored => ignored.Option).Order(StringComparer.Ordinal));
        Assert.All(settings.Ignored, ignored => Assert.NotEmpty(ignored.Reason));
    }

    [Theory]
    [InlineData("", 10, 10)]
    [InlineData("membership_timeout=60", 20, 20)]
    [InlineData("membership_timeout=120", 30, 30)]
    [InlineData("socket_connect_timeout=2", 10, 2)]
    [InlineData("timeout=30", 30, 30)]
    [InlineData("socket_timeout=25", 25, 25)]
    [InlineData("timeout=9&membership_timeout=6", 9, 9)]
    public void Read_NoTimeoutGiven_ABeatWaitsAThirdOfTheMembershipTimeout(string query, double request, double connect)
    {
        RedisSettings beats = Read($"redis://host?{query}").ForBeats();

        Assert.Equal((request, connect), (beats.RequestTimeout.TotalSeconds, beats.ConnectTimeout.TotalSeconds));
    }

    [Fact]
    public void Create_PrivateMemberId_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>("settings", () => Drivers.Create("redis://host", "__created__"));

        Assert.StartsWith("The member id is '__created__', which is the name of tooz's own field", error.Message, StringComparison.Ordinal);
    }

    private static RedisSettings Read(string url) => RedisUrl.Read(BackendUrl.Parse(url));
}
