using System.Globalization;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>What a run did that it must not.</summary>
/// <param name="At">When, since the run began.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Text">What happened.</param>
internal sealed record Violation(TimeSpan At, string Rule, string Text)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rule} at {At.TotalSeconds:0.000000} s: {Text}");
}
