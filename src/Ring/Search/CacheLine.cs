using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Search;

/// <summary>The room of one cache line. Arrays of it have room for any ring; arrays of bytes end at 2 GB.</summary>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
internal readonly struct CacheLine
{
    internal const int Bytes = 64;

    /// <summary>Pinned room for lines, so that the address of the first whole one stays what it was.</summary>
    /// <param name="count">How many lines.</param>
    /// <param name="first">The first whole line.</param>
    internal static unsafe CacheLine[] Allocate(uint count, out void* first)
    {
        CacheLine[] memory = GC.AllocateUninitializedArray<CacheLine>((int)count + 1, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        first = (void*)((address + Bytes - 1) & ~(nuint)(Bytes - 1));
        return memory;
    }
}
