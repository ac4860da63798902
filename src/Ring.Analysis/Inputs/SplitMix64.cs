namespace RingPerf.Analysis.Inputs;

/// <summary>Random numbers from a seed: the same on every machine and runtime.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    internal ulong Next() => Mix(_state += 0x9e3779b97f4a7c15);

    /// <summary>A number above 0 and below 1, in steps of 2^-53.</summary>
    internal double NextUniform() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Spreads every bit over all others, so that neighbouring seeds have nothing in common.</summary>
    internal static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }
}
