namespace RingPerf.Tests;

/// <summary>What an error says.</summary>
internal static class MessageAssert
{
    internal static void Starts(string expected, Exception error) => Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);

    internal static void Has(string expected, Exception error) => Assert.Contains(expected, error.Message, StringComparison.Ordinal);
}
