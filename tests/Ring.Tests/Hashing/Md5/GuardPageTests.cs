using System.Runtime.InteropServices;
using RingPerf.Hashing.Md5;

namespace RingPerf.Tests.Hashing.Md5;

/// <summary>A read outside the caller's span ends the process here.</summary>
public class GuardPageTests
{
    public static TheoryData<string> Supported => Kernels.Supported;

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_TextFillsThePages_ReadsNothingOutside(string kernel)
    {
        using var memory = new GuardedMemory(pages: 1);
        foreach (int length in (int[])[1, 8, 32, 36, 55, 56, 63, 64, 65, 119, 120, 128, 200, 4096])
        {
            int[] lengths = [.. Enumerable.Repeat(length, memory.Length / length), memory.Length % length];
            AssertAt(kernel, memory.Bytes, lengths);
            AssertAt(kernel, memory.Bytes, [.. lengths.Reverse()]);
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_ShortTextAtEitherEnd_ReadsNothingOutside(string kernel)
    {
        using var memory = new GuardedMemory(pages: 1);
        var random = new Random(12);
        for (int round = 0; round < 500; round++)
        {
            int[] lengths = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(0, 4) == 0 ? random.Next(0, 130) : random.Next(0, 12))];
            int length = lengths.Sum();
            if (length <= memory.Length)
            {
                AssertAt(kernel, memory.Bytes[..length], lengths);
                AssertAt(kernel, memory.Bytes[^length..], lengths);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_OffsetsAndPositionsFillThePages_TouchNothingOutside(string kernel)
    {
        using var offsetMemory = new GuardedMemory(pages: 1);
        using var positionMemory = new GuardedMemory(pages: 1);
        for (int count = 0; count <= 200; count++)
        {
            var keys = new KeyTable([.. Enumerable.Range(0, count).Select(i => i * 7 % (count % 2 == 0 ? 50 : 90))]);
            Span<int> offsets = MemoryMarshal.Cast<byte, int>(offsetMemory.Bytes)[^keys.Offsets.Length..];
            Span<uint> positions = MemoryMarshal.Cast<byte, uint>(positionMemory.Bytes)[^count..];
            keys.Offsets.CopyTo(offsets);
            Md5Kernels.ByName(kernel).Positions(keys.Utf8, offsets, positions);
            Assert.Equal(keys.Expected, positions.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EmptyKeysAtTheEnd_ReadsNothingOutside(string kernel)
    {
        using var memory = new GuardedMemory(pages: 1);
        AssertAt(kernel, memory.Bytes[^4..], [.. Enumerable.Repeat(0, 50), 4, .. Enumerable.Repeat(0, 50)]);
        AssertAt(kernel, [], [.. Enumerable.Repeat(0, 50)]);
    }

    [Fact]
    public void Position_KeyAtEitherEnd_ReadsNothingOutside()
    {
        using var memory = new GuardedMemory(pages: 1);
        new Random(13).NextBytes(memory.Bytes);
        for (int length = 0; length <= 300; length++)
        {
            Assert.Equal(KeyTable.PlatformPosition(memory.Bytes[^length..]), Md5Scalar.Position(memory.Bytes[^length..]));
            Assert.Equal(KeyTable.PlatformPosition(memory.Bytes[..length]), Md5Scalar.Position(memory.Bytes[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Labels_PrefixAtEitherEnd_ReadsNothingOutside(string kernel)
    {
        using var memory = new GuardedMemory(pages: 1);
        memory.Bytes.Fill((byte)'x');
        for (int length = 0; length <= 200; length++)
        {
            LabelHasherTests.AssertPositions(kernel, memory.Bytes[^length..], 95, 10);
            LabelHasherTests.AssertPositions(kernel, memory.Bytes[..length], 95, 10);
        }
    }

    private static void AssertAt(string kernel, Span<byte> memory, int[] lengths)
    {
        var keys = new KeyTable(lengths);
        keys.Utf8.CopyTo(memory);
        keys.AssertPositions(Md5Kernels.ByName(kernel), memory);
    }
}
