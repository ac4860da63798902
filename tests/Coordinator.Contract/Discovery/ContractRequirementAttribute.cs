using Xunit.Abstractions;

namespace RingPerf.Coordination.Contract.Discovery;

/// <summary>What a class that runs the contract needs of the machine: it is skipped without, never in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ContractRequirementAttribute : Attribute
{
    protected ContractRequirementAttribute(bool met, string requirement) =>
        Skip = met || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"needs {requirement}";

    /// <summary>Why the class is skipped; null where it runs.</summary>
    public string? Skip { get; }

    internal static string? SkipOf(ITestMethod method) => method.TestClass.Class
        .GetCustomAttributes(typeof(ContractRequirementAttribute).AssemblyQualifiedName)
        .Select(requirement => requirement.GetNamedArgument<string?>(nameof(Skip)))
        .FirstOrDefault(skip => skip is not null);
}
