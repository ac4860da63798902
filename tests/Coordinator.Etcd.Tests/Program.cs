using System.Runtime.InteropServices;
using System.Text.Json;
using RingPerf.Coordination.Etcd.Tests.Agents;
using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Etcd.Tests;

/// <summary>Run by itself, the tests' assembly is a .NET agent: a process that can be killed and frozen.</summary>
internal static class Program
{
    /// <summary>Starts such a process.</summary>
    internal static AgentProcess StartAgent(AgentOptions options) =>
        AgentProcess.Start("dotnet", [typeof(Program).Assembly.Location], options, null);

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
        using var loggers = new RecordingLoggers();
        await new AgentLoop(options, static report => Console.WriteLine(JsonSerializer.Serialize(report)), loggers).RunAsync(stop.Token);
        await Console.Error.WriteLineAsync(loggers.Text);
    }

    private static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
