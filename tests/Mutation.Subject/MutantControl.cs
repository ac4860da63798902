using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RingPerf.Mutation.Subject;

/// <summary>The switch as Stryker compiles it into an assembly.</summary>
[SuppressMessage("Usage", "CA2211:Non-constant fields should not be visible", Justification = "So they are in Stryker's.")]
public static class MutantControl
{
    public static int ActiveMutant =
        int.Parse(Environment.GetEnvironmentVariable("ActiveMutation") ?? "-1", CultureInfo.InvariantCulture);

    public static bool CaptureCoverage;

    private static List<int> Asked = [];

    public static IList<int>[] GetCoverageData()
    {
        List<int> asked = Asked;
        Asked = [];
        return [asked, []];
    }

    public static bool IsActive(int mutant)
    {
        if (CaptureCoverage)
        {
            Asked.Add(mutant);
        }

        return ActiveMutant == mutant;
    }
}
