namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>A time from its begin to before its end.</summary>
internal readonly record struct Span(double Begin, double End)
{
    internal static readonly Span Always = new(double.NegativeInfinity, double.PositiveInfinity);

    internal bool IsEmpty => Begin >= End;

    internal double Length => End - Begin;

    internal Span And(Span other) => new(Math.Max(Begin, other.Begin), Math.Min(End, other.End));
}
