using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>The main of a process that is one <see cref="CoordinatorAgent"/>: prints an <see cref="AgentReport"/> a poll, and leaves on
/// SIGTERM.</summary>
public static class AgentProgram
{
    /// <summary>Runs until SIGTERM.</summary>
    /// <param name="arguments">Those of <see cref="AgentOptions"/>.</param>
    /// <param name="drivers">The drivers that the agent knows.</param>
    public static async Task RunAsync(string[] arguments, CoordinationDriverRegistry drivers)
    {
        Dictionary<string, string> given = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var options = new AgentOptions(given["--backend-url"], given["--group"], given["--member-id"], given["--items"])
        {
            Poll = Seconds(given["--poll"]),
            Heartbeat = Seconds(given["--heartbeat"]),
            PlainLabels = given["--labels"] == "plain",
        };
        var ended = new TaskCompletionSource();
        using PosixSignalRegistration onTerm = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            context =>
            {
                context.Cancel = true;
                ended.TrySetResult();
            });
        await using var agent = CoordinatorAgent.Start(options, drivers);
        long printed = 0;
        while (!ended.Task.IsCompleted)
        {
            if (agent.Polls > printed)
            {
                printed = agent.Polls;
                Console.WriteLine(JsonSerializer.Serialize(agent.Last));
            }

            await Task.WhenAny(ended.Task, Task.Delay(10));
        }

        await agent.StopAsync();
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
