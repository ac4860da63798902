using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>The last lines that an agent logged.</summary>
internal sealed class AgentLog : ILoggerFactory, ILogger
{
    private const int Kept = 200;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _warnings = new();

    internal IEnumerable<string> Lines => _lines;

    internal IReadOnlyCollection<(LogLevel Level, string Text)> Warnings => _warnings;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string text = formatter(state, exception);
        Keep(_lines, $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {logLevel}: {text} {exception?.Message}");
        if (logLevel >= LogLevel.Warning)
        {
            Keep(_warnings, (logLevel, text));
        }
    }

    private static void Keep<T>(ConcurrentQueue<T> queue, T entry)
    {
        queue.Enqueue(entry);
        if (queue.Count > Kept)
        {
            queue.TryDequeue(out _);
        }
    }
}
