namespace RingPerf.Coordination.Servers;

/// <summary>A theory that needs something of the machine: skipped where it is absent, never in continuous integration.</summary>
public abstract class RequirementTheoryAttribute : TheoryAttribute
{
    protected RequirementTheoryAttribute(bool met, string requirement) => Skip = Requirement.SkipUnless(met, requirement);
}
