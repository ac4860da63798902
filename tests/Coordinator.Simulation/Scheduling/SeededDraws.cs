namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>A stream of draws that a seed fixes for ever, on every runtime: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
internal sealed class SeededDraws(ulong seed)
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

    /// <summary>A stream of its own, so that more draws here leave those there as they were.</summary>
    internal SeededDraws Fork() => new(Next());

    /// <summary>Evenly from 0 to below 1.</summary>
    internal double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    internal bool Chance(double probability) => Fraction() < probability;

    /// <summary>Evenly from one whole number to below another.</summary>
    internal int Whole(int from, int below) => from + (int)(Next() % (ulong)(below - from));

    internal double Number(double from, double to) => from + ((to - from) * Fraction());

    /// <summary>A time in whole microseconds, so that a trace says it exactly.</summary>
    internal TimeSpan Time(TimeSpan from, TimeSpan to) =>
        TimeSpan.FromMicroseconds(Math.Round(Number(from.TotalMicroseconds, to.TotalMicroseconds)));

    internal TimeSpan Seconds(double from, double to) => Time(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(to));

    internal T Pick<T>(IReadOnlyList<T> list) => list[Whole(0, list.Count)];
}
