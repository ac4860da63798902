using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Agents;

/// <summary>Puts an agent's warnings and errors into the history.</summary>
internal sealed class AgentLog(string agent, TimeProvider time, History history) : ILoggerFactory, ILogger
{
    private readonly long _beginning = time.GetTimestamp();
    private readonly TimeSpan _before = new(time.GetTimestamp());

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            history.Add(new Logged(_before + time.GetElapsedTime(_beginning), agent, logLevel, eventId.Id, eventId.Name ?? ""));
        }
    }
}
