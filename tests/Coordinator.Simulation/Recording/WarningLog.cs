using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>Hears the warnings and errors of one coordinator and its driver.</summary>
internal abstract class WarningLog : ILoggerFactory, ILogger
{
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
            Hear(logLevel, eventId, exception);
        }
    }

    protected abstract void Hear(LogLevel level, EventId id, Exception? error);
}
