using System.Text;
using System.Text.Json;
using RingPerf.Analysis;

namespace RingPerf.Fleet.Tests.Support;

/// <summary>What a run of the tool's command gave.</summary>
internal sealed record FleetRun(int Code, string Text, string Error)
{
    /// <summary>Runs <c>ringperf fleet</c> inside this process.</summary>
    internal static FleetRun Of(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int code = Tool.Run(["fleet", .. args], new ToolStreams(Stream.Null, output, error, 80, false));
        return new FleetRun(code, new UTF8Encoding(false, true).GetString(output.ToArray()), error.ToString());
    }

    /// <summary>The answer, which must be one JSON document.</summary>
    internal JsonElement Json()
    {
        Assert.True(Code == 0, $"exit code {Code}: {Error}");
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.Clone();
    }

    /// <summary>Asserts the way a failure is told: its exit code, nothing on standard output, one line.</summary>
    internal void AssertFails(int code, params string[] named)
    {
        Assert.Equal("", Text);
        string line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("ringperf: ", line, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, line, StringComparison.Ordinal));
        Assert.DoesNotContain("Parameter", line, StringComparison.Ordinal);
        Assert.Equal(code, Code);
    }
}
