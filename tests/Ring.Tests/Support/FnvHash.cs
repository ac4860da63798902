using RingPerf.Hashing;

namespace RingPerf.Tests;

/// <summary>A hash as a user would write it: FNV-1a, mixed once more so that its values spread.</summary>
public readonly struct FnvHash : IKeyHash<FnvHash>
{
    public static uint Position(ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte value in utf8)
        {
            hash = (hash ^ value) * 16777619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        return hash ^ (hash >> 13);
    }
}
