using System.Runtime.InteropServices;

namespace RingPerf.Tests.Keys;

/// <summary>A read outside the caller's chars ends the process here.</summary>
public sealed class TextGuardPageTests
{
    [Fact]
    public void GetNodeIndex_CharsAtEitherEnd_ReadsNothingOutside()
    {
        using var memory = new GuardedMemory(pages: 1);
        Span<char> text = MemoryMarshal.Cast<byte, char>(memory.Bytes);
        var ring = new HashRing(["a", "b", "c"]);
        foreach (char filler in "k漢")
        {
            text.Fill(filler);
            for (int length = 0; length <= 300; length++)
            {
                int expected = ring.GetNodeIndex(new string(filler, length));

                Assert.Equal(expected, ring.GetNodeIndex(text[..length]));
                Assert.Equal(expected, ring.GetNodeIndex(text[^length..]));
            }
        }
    }

    [Fact]
    public void GetNodeIndex_BytesAtEitherEnd_ReadsNothingOutside()
    {
        using var memory = new GuardedMemory(pages: 1);
        foreach (HashFunction hash in Enum.GetValues<HashFunction>())
        {
            var ring = new HashRing(["a", "b", "c"], new HashRingOptions { Hash = hash });
            memory.Bytes.Fill((byte)'k');
            for (int length = 0; length <= 300; length++)
            {
                int expected = ring.GetNodeIndex(new string('k', length));

                Assert.Equal(expected, ring.GetNodeIndex(memory.Bytes[..length]));
                Assert.Equal(expected, ring.GetNodeIndex(memory.Bytes[^length..]));
            }
        }
    }
}
