using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Contract;

/// <summary>Keeps what is logged, for a test to read.</summary>
public sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text, Exception? Error)> _entries = [];

    public IReadOnlyList<(LogLevel Level, int Id, string Text, Exception? Error)> Entries => [.. _entries];

    /// <summary>Event ids of errors, in order.</summary>
    public IEnumerable<int> Errors => Entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Id);

    public int Count(int id) => Entries.Count(entry => entry.Id == id);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, eventId.Id, formatter(state, exception), exception));
}
