namespace RingPerf.Coordination.Tests;

/// <summary>The failures that need no network each have a test that names them.</summary>
public sealed class FailureCoverageTests
{
    internal const string Trait = "failure";

    [Fact]
    public void Failures_WithoutANetwork_EachHaveATest()
    {
        string[] named = [.. TestNames.TraitsOf(Trait).Distinct()];

        string[] needed =
        [
            "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F12", "F13", "F14", "F15", "F16", "F18", "F20", "F21", "F22", "F26",
        ];
        Assert.Empty(needed.Except(named));
    }
}
