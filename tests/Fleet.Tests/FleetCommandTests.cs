namespace RingPerf.Fleet.Tests;

public sealed class FleetCommandTests
{
    [Fact]
    public void Create_NoOutput_Throws() => Assert.Throws<ArgumentNullException>("output", () => FleetCommand.Create(null!));
}
