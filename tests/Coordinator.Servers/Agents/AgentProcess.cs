using System.Text.Json;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>An agent that is a process of its own and prints an <see cref="AgentReport"/> as one JSON line a poll.</summary>
public sealed class AgentProcess : IAgent
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private AgentReport? _last;
    private long _polls;

    private AgentProcess(
        string program, IEnumerable<string> leading, AgentOptions options, IReadOnlyDictionary<string, string>? environment)
    {
        Id = options.MemberId;
        Process = ChildProcess.Start(program, [.. leading, .. options.Arguments], Take, environment);
    }

    public string Id { get; }

    public long Polls => Interlocked.Read(ref _polls);

    public AgentReport? Last => Volatile.Read(ref _last);

    public string Log => Process.Log;

    public ChildProcess Process { get; }

    /// <summary>Starts an agent.</summary>
    /// <param name="program">The program.</param>
    /// <param name="leading">Arguments before the agent's own, such as a script.</param>
    /// <param name="options">What the agent is told.</param>
    /// <param name="environment">Variables to add.</param>
    public static AgentProcess Start(
        string program, IEnumerable<string> leading, AgentOptions options, IReadOnlyDictionary<string, string>? environment = null) =>
        new(program, leading, options, environment);

    public Task StopAsync() => Process.TerminateAsync(Patience);

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private void Take(string line)
    {
        if (line.StartsWith('{'))
        {
            Volatile.Write(ref _last, JsonSerializer.Deserialize<AgentReport>(line));
            Interlocked.Increment(ref _polls);
        }
    }
}
