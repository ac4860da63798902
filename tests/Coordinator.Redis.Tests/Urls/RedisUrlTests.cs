using RingPerf.Coordination.Contract;

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

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
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
    [InlineData("redis://", "names no server")]
    [InlineData("redis:///", "names no server")]
    [InlineData("redis://host?tiemout=3", "'tiemout'")]
    [InlineData("redis://host?timeout=soon", "'soon'")]
    [InlineData("redis://host?membership_timeout=0", "'0'")]
    [InlineData("redis://host?db=-1", "'-1'")]
    [InlineData("redis://host?db=a", "'a'")]
    [InlineData("redis://host?ssl=maybe", "'maybe'")]
    [InlineData("redis://host?retry_on_timeout=maybe", "'maybe'")]
    [InlineData("redis://host?encoding=utf16", "'utf16'")]
    [InlineData("redis://host?encoding=ascii&namespace=%C3%A9", "us-ascii")]
    [InlineData("redis://host?sentinel=m", "must name its port")]
    [InlineData("redis:///run/s?sentinel=m", "host and port")]
    [InlineData("redis://host?sentinel_fallback=s:1", "'sentinel_fallback' needs")]
    [InlineData("redis://host?sentinel_password=s", "'sentinel_password' needs")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=s2", "'s2'")]
    [InlineData("redis://host:1?sentinel=m&sentinel_fallback=s2:0", "'s2:0'")]
    [InlineData("redis://host?ssl=1&ssl_ca_certs=/nowhere/ca.pem", "/nowhere/ca.pem")]
    [InlineData("redis://host?ssl=1&ssl_certfile=/nowhere/me.pem", "/nowhere/me.pem")]
    public void Read_Unusable_SaysWhatIsWrong(string url, string says)
    {
        var error = Assert.Throws<BackendUrlException>(() => Read(url));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OptionsWithoutEffect_AreLoggedEach()
    {
        using var loggers = new RecordingLoggers();
        var url = BackendUrl.Parse(
            "redis://host/5?lock_timeout=3&executor=sync&retry_on_timeout=true&ssl_ca_certs=/ca&ssl_keyfile=/k&ssl_certfile=/c&timeout=3");

        _ = new RedisDriver(new DriverSettings(url, MemberId.New()) { Loggers = loggers });

        string[] said = [.. loggers.Entries.Select(entry => entry.Text)];
        Assert.Equal(7, said.Length);
        foreach (string option in (string[])["lock_timeout", "executor", "retry_on_timeout", "ssl_ca_certs", "ssl_keyfile", "ssl_certfile", "path"])
        {
            Assert.Single(said, line => line.Contains($"'{option}'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Create_PrivateMemberId_Throws() =>
        Assert.Throws<ArgumentException>(
            () => new RedisDriver(new DriverSettings(BackendUrl.Parse("redis://host"), MemberId.FromText("__created__"))));

    private static RedisSettings Read(string url) => RedisUrl.Read(BackendUrl.Parse(url));
}
