namespace RingPerf.Analysis.Tests.Support;

/// <summary>A theory about pipes, signals and shells.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = new UnixFactAttribute().Skip;
}
