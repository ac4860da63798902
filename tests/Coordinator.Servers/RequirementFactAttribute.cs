namespace RingPerf.Coordination.Servers;

/// <summary>A fact that needs something of the machine: skipped where it is absent, never in continuous integration.</summary>
public abstract class RequirementFactAttribute : FactAttribute
{
    protected RequirementFactAttribute(bool met, string requirement) => Skip = Requirement.SkipUnless(met, requirement);
}
