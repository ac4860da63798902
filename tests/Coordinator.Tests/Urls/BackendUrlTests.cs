namespace RingPerf.Coordination.Tests;

public sealed class BackendUrlTests
{
    [Theory]
    [InlineData("redis://", "redis", null, null, "", null, "")]
    [InlineData("REDIS://Host", "redis", null, null, "Host", null, "")]
    [InlineData("redis://h:6379/5", "redis", null, null, "h", 6379, "/5")]
    [InlineData("redis://:p@ss@h:1", "redis", "", "p@ss", "h", 1, "")]
    [InlineData("redis://u:p%40:s@h", "redis", "u", "p%40:s", "h", null, "")]
    [InlineData("redis://u@h", "redis", "u", null, "h", null, "")]
    [InlineData("redis://:p@/run/r.sock", "redis", "", "p", "", null, "/run/r.sock")]
    [InlineData("etcd3+http://[::1]:2379?a=b", "etcd3+http", null, null, "::1", 2379, "")]
    [InlineData("etcd3+http://[fe80::1]", "etcd3+http", null, null, "fe80::1", null, "")]
    [InlineData("memory://name?x=/a@b:c", "memory", null, null, "name", null, "")]
    [InlineData("memory://name#x?y=z", "memory", null, null, "name", null, "")]
    [InlineData("redis://h:", "redis", null, null, "h", null, "")]
    [InlineData("redis://h:1", "redis", null, null, "h", 1, "")]
    [InlineData("redis://h:65535", "redis", null, null, "h", 65535, "")]
    [InlineData("redis://:7", "redis", null, null, "", 7, "")]
    [InlineData("redis://@h", "redis", "", null, "h", null, "")]
    [InlineData("redis://h/", "redis", null, null, "h", null, "/")]
    [InlineData("redis://h]x:7", "redis", null, null, "h]x", 7, "")]
    public void Parse_EachForm_TakesItApart(
        string text, string scheme, string? user, string? password, string host, int? port, string path)
    {
        BackendUrl url = BackendUrl.Parse(text);

        Assert.Equal((scheme, user, password), (url.Scheme, url.User, url.Password));
        Assert.Equal((host, port, path), (url.Host, url.Port, url.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("localhost:6379")]
    [InlineData("://h")]
    [InlineData("1a://:secret@h")]
    [InlineData("redis:/secret")]
    public void Parse_NoScheme_ThrowsWithoutSecrets(string text)
    {
        var error = Assert.Throws<BackendUrlException>(() => BackendUrl.Parse(text));

        Assert.Equal("The back end's URL has no scheme; it must be scheme://host[:port][?options].", error.Message);
    }

    [Theory]
    [InlineData("redis://:secret@h:x", "x")]
    [InlineData("redis://:secret@h:0", "0")]
    [InlineData("redis://:secret@h:65536", "65536")]
    [InlineData("redis://:secret@h:-1", "-1")]
    [InlineData("redis://:secret@[::1]6379", "6379")]
    [InlineData("redis://:secret@[::1]:x", "x")]
    public void Parse_NoPort_NamesItWithoutSecrets(string text, string port)
    {
        var error = Assert.Throws<BackendUrlException>(() => BackendUrl.Parse(text));

        Assert.Equal($"The back end's URL has the port '{port}'; it must be a number from 1 to 65535.", error.Message);
    }

    [Theory]
    [InlineData("redis://:Zm9v/YmFy@redis:6379")]
    [InlineData("redis://u:12/rest@h")]
    [InlineData("redis://:a?b=c@h")]
    [InlineData("redis://:a#b@h")]
    [InlineData("redis://u:/pw@h")]
    public void Parse_PasswordEndsTheHostPart_ShowsNoPieceOfIt(string text)
    {
        var error = Assert.Throws<BackendUrlException>(() => BackendUrl.Parse(text));

        Assert.Equal(
            "The back end's URL has an @ behind the first of / ? #, which end user, password, host and port: a password cannot have one of them.",
            error.Message);
    }

    [Theory]
    [InlineData("redis://h:6379?sentinel_password=a@b")]
    [InlineData("redis://[::1]?sentinel_password=a@b")]
    [InlineData("redis:///run/a@b.sock")]
    [InlineData("redis://:secret@h/x@y?a=b@c")]
    public void Parse_AtOutsideThePassword_IsTaken(string text) => Assert.NotNull(BackendUrl.Parse(text));

    [Fact]
    public void Options_AsPythonReadsThem()
    {
        BackendUrl url = BackendUrl.Parse("redis://h?a=1&a=2&b=&c&d=x%20y+z%2B&sentinel_fallback=s1:1&sentinel_fallback=s2:2&&e==");

        Assert.Equal("2", url.GetOption("a"));
        Assert.Equal(["1", "2"], url.GetOptions("a"));
        Assert.Null(url.GetOption("b"));
        Assert.Null(url.GetOption("c"));
        Assert.Null(url.GetOption("A"));
        Assert.Equal("x y z+", url.GetOption("d"));
        Assert.Equal(["s1:1", "s2:2"], url.GetOptions("sentinel_fallback"));
        Assert.Equal("=", url.GetOption("e"));
    }

    [Theory]
    [InlineData("0.001", 0.001)]
    [InlineData("4000000", 4_000_000)]
    [InlineData("2.5e1", 25)]
    public void GetSeconds_AtTheBounds_IsTaken(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackendUrl.Parse($"redis://h?timeout={text}").GetSeconds("timeout"));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("0.5", 0.5)]
    [InlineData("1e3", 1000)]
    public void GetSeconds_Number_IsATime(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackendUrl.Parse($"redis://?timeout={text}").GetSeconds("timeout"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("5s")]
    [InlineData("1,5")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("1e99")]
    [InlineData("1e-9")]
    public void GetSeconds_NoTime_NamesOptionAndValue(string text)
    {
        var error = Assert.Throws<BackendUrlException>(() => BackendUrl.Parse($"redis://?timeout={text}").GetSeconds("timeout"));

        Assert.Equal($"The option 'timeout' is '{text}'; it must be a number of seconds from 0.001 to 4000000.", error.Message);
    }

    [Fact]
    public void GetSeconds_Absent_IsNull() => Assert.Null(BackendUrl.Parse("redis://").GetSeconds("timeout"));

    [Fact]
    public void RefuseOptionsBut_Unknown_NamesItAndTheKnownOnes()
    {
        BackendUrl url = BackendUrl.Parse("memory://n?timeout=5&tiemout=5");

        url.RefuseOptionsBut("timeout", "tiemout");
        var error = Assert.Throws<BackendUrlException>(() => url.RefuseOptionsBut("timeout", "membership_timeout"));
        Assert.Equal("The scheme 'memory' has no option 'tiemout'; it knows timeout, membership_timeout.", error.Message);
    }

    [Theory]
    [InlineData("redis://h:1/p?timeout=5", "redis://h:1/p?timeout=5")]
    [InlineData("redis://u:p@[::1]:1", "redis://***@[::1]:1")]
    [InlineData("redis://:p@ss@h?sentinel_password=s&db=1", "redis://***@h?sentinel_password=***&db=1")]
    public void ToString_Secrets_AreHidden(string text, string shown) => Assert.Equal(shown, BackendUrl.Parse(text).ToString());
}
