using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using RingPerf.Coordination.Etcd.Tests.Agents;
using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Etcd.Tests;

/// <summary>Run by itself, the tests' assembly is a .NET agent: a process that can be killed and frozen.</summary>
internal static class Program
{
    private const int PollsBeforeStarving = 5;

    /// <summary>Starts such a process.</summary>
    internal static AgentProcess StartAgent(AgentOptions options, double starve = 0) => AgentProcess.Start(
        "dotnet", [typeof(Program).Assembly.Location, "--starve", FormattableString.Invariant($"{starve}")], options);

    private static async Task Main(string[] arguments)
    {
        Dictionary<string, string> given = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var options = new AgentOptions(given["--backend-url"], given["--group"], given["--member-id"], given["--items"])
        {
            Poll = Seconds(given["--poll"]),
            Heartbeat = Seconds(given["--heartbeat"]),
            PlainLabels = given["--labels"] == "plain",
        };
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        TimeSpan starve = Seconds(given["--starve"]);
        int polls = 0;
        using var loggers = new RecordingLoggers();
        await new AgentLoop(options, Report, loggers).RunAsync(stop.Token);
        await Console.Error.WriteLineAsync(loggers.Text);

        void Report(AgentReport report)
        {
            Console.WriteLine(JsonSerializer.Serialize(report));
            if (++polls == PollsBeforeStarving && starve > TimeSpan.Zero)
            {
                StarvePool(starve);
            }
        }
    }

    /// <summary>Gives the thread pool more work that blocks than it will ever have threads for.</summary>
    private static void StarvePool(TimeSpan time)
    {
        long begun = Stopwatch.GetTimestamp();
        for (int work = 0; work < 2000; work++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                TimeSpan left = time - Stopwatch.GetElapsedTime(begun);
                Thread.Sleep(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            });
        }
    }

    private static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
