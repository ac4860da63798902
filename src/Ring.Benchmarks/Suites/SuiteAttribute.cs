namespace RingPerf.Benchmarks.Suites;

/// <summary>Makes a class a suite: one question, one file, found by its name without <c>Benchmarks</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SuiteAttribute(string question) : Attribute
{
    /// <summary>What the suite's table answers.</summary>
    internal string Question { get; } = question;

    /// <summary>Whether the suite runs over the user's nodes and keys where they are given.</summary>
    public bool TakesUserData { get; init; }
}
