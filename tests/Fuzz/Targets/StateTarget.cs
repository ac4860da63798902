using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using RingPerf.Fuzz.Oracles;

namespace RingPerf.Fuzz.Targets;

/// <summary>Saved rings: what is no state is refused; what is one answers as its points say, and is saved as the same bytes.</summary>
/// <remarks>Each input is read as it is, and once more with the checksum put right, which no random change would hit.</remarks>
internal sealed class StateTarget : IFuzzTarget
{
    public string Name => "state";

    public IReadOnlyList<string> Tokens { get; } =
        ["RINGPERF", "\x01\x00\x00\x00", "\xff\xff\xff\x7f", "\xff\xff\xff\xff", "\x00\x00\x00\x80", "\x00\x00\x00\x00\x00\x00\xf0\x3f", "\x00\x00\x00\x00\x00\x00\xf0\x7f"];

    public void Run(ReadOnlySpan<byte> input)
    {
        byte[] bytes = input.ToArray();
        CheckLoad(bytes);
        if (bytes.Length > sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - sizeof(ulong)), XxHash64.HashToUInt64(bytes.AsSpan(0, bytes.Length - sizeof(ulong))));
            CheckLoad(bytes);
        }
    }

    private static void CheckLoad(byte[] bytes)
    {
        HashRing? ring = null;
        if (!Check.Accepts<InvalidDataException>(() => ring = HashRing.Load(bytes)))
        {
            Check.Refused<InvalidDataException>(() => HashRing.Load(new MemoryStream(bytes)), "a wrong state, as a stream,");
            return;
        }

        var saved = new ArrayBufferWriter<byte>();
        ring!.Save(saved);
        Check.That(saved.WrittenSpan.SequenceEqual(bytes), "a state that was read is saved as other bytes");
        CheckAnswers(ring);
    }

    private static void CheckAnswers(HashRing ring)
    {
        ReadOnlySpan<uint> edges = [0, 1, int.MaxValue, 1u << 31, uint.MaxValue];
        foreach (uint position in edges)
        {
            Check.Equal(ScalarRing.OwnerAt(ring, position), ring.GetNodeIndexAt(position), $"owner of {position}");
        }

        foreach (uint position in ring.Positions)
        {
            Check.Equal(ScalarRing.OwnerAt(ring, position), ring.GetNodeIndexAt(position), $"owner of {position}");
        }
    }
}
