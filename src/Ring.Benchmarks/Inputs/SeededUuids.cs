namespace RingPerf.Benchmarks.Inputs;

/// <summary>Version 4 UUIDs from a fixed seed: what most fleets use as keys.</summary>
internal static class SeededUuids
{
    private const int Seed = 20_140_801;

    internal static string[] Take(int count)
    {
        var random = new Random(Seed);
        Span<byte> bytes = stackalloc byte[16];
        string[] uuids = new string[count];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            uuids[i] = new Guid(bytes, bigEndian: true).ToString();
        }

        return uuids;
    }
}
