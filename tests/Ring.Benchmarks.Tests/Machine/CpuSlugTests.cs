using RingPerf.Benchmarks.Machine;

namespace RingPerf.Benchmarks.Tests.Machine;

public sealed class CpuSlugTests
{
    [Theory]
    [InlineData("AMD EPYC", "amd-epyc-family-26-model-2")]
    [InlineData("AMD EPYC Processor", "amd-epyc-family-26-model-2")]
    [InlineData("Intel Xeon Processor (Skylake, IBRS)", "intel-xeon-skylake-ibrs-family-26-model-2")]
    [InlineData("QEMU Virtual CPU version 2.5+", "qemu-virtual-version-2-5-family-26-model-2")]
    [InlineData("Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz", "intel-xeon-platinum-8375c")]
    [InlineData("AMD Ryzen 9 7950X 16-Core Processor", "amd-ryzen-9-7950x")]
    [InlineData("Apple M1 Pro", "apple-m1-pro")]
    [InlineData("", "unknown-cpu-family-26-model-2")]
    public void Of_Model_IsAFolderName(string model, string slug) => Assert.Equal(slug, CpuSlug.Of(model, (26, 2)));

    [Fact]
    public void Of_GeneralModelWithoutNumbers_StaysAsItIs() => Assert.Equal("neoverse", CpuSlug.Of("Neoverse", numbers: null));
}
