namespace RingPerf.Fuzz.Mutation;

/// <summary>A stream of draws that a seed fixes for ever, on every runtime: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
internal sealed class Draws(ulong seed)
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = seed;

    internal ulong Next()
    {
        ulong z = _state += Step;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>Evenly from 0 to below a bound.</summary>
    internal int Below(int bound) => (int)(Next() % (ulong)bound);

    internal T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
