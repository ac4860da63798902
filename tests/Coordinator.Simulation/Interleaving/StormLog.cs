using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>Reads in a coordinator's log what no order of its own calls may lead to.</summary>
internal sealed class StormLog(Action<string> violate, Func<bool> isMembershipUncertain) : ILoggerFactory, ILogger
{
    private const string NameTaken = nameof(NameTaken);
    private const string ConnectFailed = nameof(ConnectFailed);

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
        if (eventId.Name == NameTaken && !isMembershipUncertain())
        {
            violate("it takes itself for another member of its name");
        }
        else if (eventId.Name == ConnectFailed && exception is DriverStateException)
        {
            violate($"it starts a driver twice: {exception.Message}");
        }
    }
}
