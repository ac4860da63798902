namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact that needs something of the machine: skipped where it is absent, never in continuous integration.</summary>
public abstract class RequirementFactAttribute : FactAttribute
{
    protected RequirementFactAttribute(bool met, string requirement)
    {
        if (!met && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = $"needs {requirement}";
        }
    }
}
