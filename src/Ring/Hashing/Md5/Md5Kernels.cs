using System.Runtime.Intrinsics;

namespace RingPerf.Hashing.Md5;

/// <summary>The one place that asks what the processor can do: every kernel, the fastest first.</summary>
internal static unsafe class Md5Kernels
{
    internal static readonly Md5Kernel[] All =
    [
        new("16 lanes", Lanes16.IsSupported, &LaneBatch<Lanes16, Vector512<uint>>.Positions, &LabelLanes<Lanes16, Vector512<uint>>.Positions),
        new("8 lanes", Lanes8.IsSupported, &LaneBatch<Lanes8, Vector256<uint>>.Positions, &LabelLanes<Lanes8, Vector256<uint>>.Positions),
        new("4 lanes", Lanes4.IsSupported, &LaneBatch<Lanes4, Vector128<uint>>.Positions, &LabelLanes<Lanes4, Vector128<uint>>.Positions),
        new("scalar", true, &ScalarBatch.Positions, &ScalarBatch.Positions),
    ];

    internal static readonly Md5Kernel Best = All.First(kernel => kernel.IsSupported);

    /// <summary>The kernel of that name, whether or not it is supported.</summary>
    internal static Md5Kernel ByName(string name) => All.Single(kernel => kernel.Name == name);
}
