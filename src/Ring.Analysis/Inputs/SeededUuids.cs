using System.Buffers.Binary;

namespace RingPerf.Analysis.Inputs;

/// <summary>Version 4 UUIDs from a seed, by SplitMix64: the same on every machine and runtime.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
internal sealed class SeededUuids(ulong seed)
{
    /// <summary>Characters of a UUID with its dashes.</summary>
    internal const int TextLength = 36;

    private ulong _state = seed;

    internal Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, NextWord());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], NextWord());
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }

    private ulong NextWord()
    {
        ulong word = _state += 0x9e3779b97f4a7c15;
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }
}
