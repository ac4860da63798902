using RingPerf.Coordination.Redis.Tests.Support;

namespace RingPerf.Coordination.Redis.Tests.Protocol;

public sealed class ToozKeysTests
{
    [Fact]
    public async Task EveryOperation_GroupIdNotInTheEncoding_IsNamedBeforeAnythingIsSent()
    {
        await using RedisDriver driver = Drivers.Create("redis://host?encoding=ascii", "a");

        // Not started, so a request would be another error.
        var error = await Assert.ThrowsAsync<ArgumentException>("groupId", () => driver.CreateGroupAsync("gé").AsTask());

        Assert.StartsWith(
            "The group id 'gé' cannot be written in us-ascii, the URL's encoding.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf8", "C3")]
    [InlineData("ascii", "C3A9")]
    [InlineData("utf8", "")]
    public void TryReadGroupId_NoTextInTheEncoding_IsFalse(string encoding, string bytes)
    {
        var keys = new ToozKeys(RedisUrl.Read(BackendUrl.Parse($"redis://host?encoding={encoding}")));

        Assert.False(keys.TryReadGroupId(Convert.FromHexString(bytes), out _));
    }
}
