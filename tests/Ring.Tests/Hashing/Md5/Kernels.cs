using RingPerf.Hashing.Md5;
namespace RingPerf.Tests.Hashing.Md5;

/// <summary>Every kernel this processor can run, a test row each.</summary>
public static class Kernels
{
    public static TheoryData<string> Supported => [.. Md5Kernels.All.Where(kernel => kernel.IsSupported).Select(kernel => kernel.Name)];
}
