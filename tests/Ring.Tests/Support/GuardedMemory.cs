using System.Runtime.InteropServices;

namespace RingPerf.Tests;

/// <summary>Memory between two pages that may not be read.</summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;
    private static readonly int Page = Environment.SystemPageSize;

    private readonly byte* _map;
    private readonly nuint _mapped;

    internal GuardedMemory(int pages)
    {
        Length = pages * Page;
        _mapped = (nuint)(Length + (2 * Page));
        _map = (byte*)Map(null, _mapped, ReadWrite, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_map);
        Assert.Equal(0, Protect(_map, (nuint)Page, 0));
        Assert.Equal(0, Protect(_map + Page + Length, (nuint)Page, 0));
    }

    internal int Length { get; }

    internal Span<byte> Bytes => new(_map + Page, Length);

    public void Dispose() => Assert.Equal(0, Unmap(_map, _mapped));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);
}
