namespace RingPerf.Analysis.Tests.Support;

/// <summary>What a run of the tool gave.</summary>
internal sealed record ToolRun(int Code, byte[] Output, string Error)
{
    internal string Text => new UTF8Encoding(false, true).GetString(Output);

    /// <summary>Lines of standard error, each ended.</summary>
    internal string[] ErrorLines => Error.Length == 0 ? [] : Error.TrimEnd('\n').Split('\n');

    /// <summary>Runs the tool inside this process.</summary>
    internal static ToolRun Of(params string[] args) => WithInput([], args);

    internal static ToolRun WithInput(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var standardInput = new MemoryStream(input);
        int code = Tool.Run(args, new ToolStreams(standardInput, output, error, 80, false));
        return new ToolRun(code, output.ToArray(), error.ToString());
    }

    /// <summary>The run, which must have gone well.</summary>
    internal ToolRun Succeeded()
    {
        Assert.True(Code == 0, $"exit code {Code}: {Error}");
        return this;
    }

    /// <summary>Asserts the way bad input is told: exit code 2, nothing on standard output, one line that names it.</summary>
    internal void AssertBadInput(params string[] named)
    {
        Assert.Equal("", Text);
        string line = Assert.Single(ErrorLines);
        Assert.StartsWith("ringperf: ", line, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.Equal(2, Code);
    }
}
