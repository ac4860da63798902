using System.Diagnostics;
using RingPerf.Coordination.Simulation.Running;

namespace RingPerf.Coordination.Simulation.Tests.Running;

public sealed class ReplayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Run_SameSeed_HasTheSameTrace(ulong seed)
    {
        RunOutcome first = Simulator.Run(new RunRequest(seed, Traces: true));
        RunOutcome second = Simulator.Run(new RunRequest(seed, Traces: true));

        Assert.InRange(first.Trace.Count, 100, int.MaxValue);
        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal((first.Fingerprint, first.Events), (second.Fingerprint, second.Events));
    }

    [Fact]
    public void Run_OtherSeed_HasAnotherTrace() =>
        Assert.NotEqual(Simulator.Run(new RunRequest(1)).Fingerprint, Simulator.Run(new RunRequest(2)).Fingerprint);

    /// <summary>A seed outlives the process, whose hash codes are drawn anew.</summary>
    [Fact]
    public void Run_SameSeedInAnotherProcess_HasTheSameTrace()
    {
        string program = typeof(Simulator).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "replay", "6"]) { RedirectStandardOutput = true })!;
        string[] trace = process.StandardOutput.ReadToEnd().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Simulator.Run(new RunRequest(6, Traces: true)).Trace, trace);
    }
}
