using System.Runtime.CompilerServices;

namespace RingPerf.Tests.Hashing.Md5;

/// <summary>Leaves values on the stack that no kernel survives if it reads what it has not written.</summary>
internal static class DirtyStack
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Fill()
    {
        Span<byte> bytes = stackalloc byte[64 * 1024];
        bytes.Fill(0x7b);
    }
}
