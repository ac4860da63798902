namespace RingPerf.Coordination.Tests;

public sealed class CoordinationDriverRegistryTests
{
    private static readonly MemberId Me = MemberId.FromText("agent-1");

    [Fact]
    public void Create_KnownScheme_PassesTheSettings()
    {
        DriverSettings? seen = null;
        var registry = new CoordinationDriverRegistry().Add("Fake+http", Make);
        var settings = new DriverSettings(BackendUrl.Parse("FAKE+HTTP://h"), Me);

        Assert.Null(registry.Create(settings));
        Assert.Same(settings, seen);

        ICoordinationDriver Make(DriverSettings given)
        {
            seen = given;
            return null!;
        }
    }

    [Fact]
    public void Create_UnknownScheme_NamesItAndTheKnownOnes()
    {
        var registry = new CoordinationDriverRegistry().Add("redis", _ => null!).Add("etcd3+http", _ => null!);

        var error = Assert.Throws<BackendUrlException>(
            () => registry.Create(new DriverSettings(BackendUrl.Parse("zookeeper://:secret@h"), Me)));

        Assert.Equal("No driver is registered for the scheme 'zookeeper'; known schemes: etcd3+http, redis.", error.Message);
    }

    [Fact]
    public void Create_NothingRegistered_SaysSo()
    {
        var error = Assert.Throws<BackendUrlException>(
            () => new CoordinationDriverRegistry().Create(new DriverSettings(BackendUrl.Parse("redis://h"), Me)));

        Assert.Contains("register a driver first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SchemeTwice_KeepsTheFirst()
    {
        int first = 0;
        var registry = new CoordinationDriverRegistry().Add("a", _ => Count()).Add("A", _ => throw new InvalidOperationException());

        registry.Create(new DriverSettings(BackendUrl.Parse("a://"), Me));

        Assert.Equal(1, first);
        Assert.Equal(["a"], registry.Schemes);

        ICoordinationDriver Count()
        {
            first++;
            return null!;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("3etcd")]
    [InlineData("a b")]
    [InlineData("a://")]
    public void Add_NoScheme_NamesIt(string scheme)
    {
        var error = Assert.Throws<ArgumentException>(nameof(scheme), () => new CoordinationDriverRegistry().Add(scheme, _ => null!));

        Assert.StartsWith(
            $"'{scheme}' is no URL scheme: it must be a letter, then letters, digits, '+', '-' or '.'.", error.Message, StringComparison.Ordinal);
    }
}
