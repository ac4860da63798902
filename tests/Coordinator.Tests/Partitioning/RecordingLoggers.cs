using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Tests;

internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text, Exception? Error)> _entries = [];

    internal IReadOnlyList<(LogLevel Level, int Id, string Text, Exception? Error)> Entries => [.. _entries];

    /// <summary>Event ids of errors, in order.</summary>
    internal IEnumerable<int> Errors => Entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Id);

    internal int Count(int id) => Entries.Count(entry => entry.Id == id);

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
