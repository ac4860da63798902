namespace RingPerf.Packages.Tests;

/// <summary>A project that takes the libraries from their packages.</summary>
[Collection(Packed.Name)]
public sealed class EmbeddingTests(ConsumerProject consumer) : IClassFixture<ConsumerProject>
{
    [Fact]
    public async Task Consumer_OfThePackages_PrintsAsTheReadmeSays() =>
        Assert.Equal(ConsumerProject.Output, await consumer.RunAsync());

    [NativeAotFact]
    public async Task Consumer_PublishedAsNativeCode_PrintsTheSameWithoutWarnings() =>
        Assert.Equal(ConsumerProject.Output, await consumer.RunNativeAsync());
}
