using System.Buffers;

namespace RingPerf.Placement;

/// <summary>A pool that keeps nothing, for scratch too large to hold on to.</summary>
internal sealed class UnpooledArrays : ArrayPool<ulong>
{
    internal static readonly UnpooledArrays Instance = new();

    public override ulong[] Rent(int minimumLength) => GC.AllocateUninitializedArray<ulong>(minimumLength);

    public override void Return(ulong[] array, bool clearArray = false)
    {
    }
}
