using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>Reads in a coordinator's log what no order of its own calls may lead to.</summary>
internal sealed class StormLog(Action<string> violate, Func<bool> isMembershipUncertain) : WarningLog
{
    private const string NameTaken = nameof(NameTaken);
    private const string ConnectFailed = nameof(ConnectFailed);

    protected override void Hear(LogLevel level, EventId id, Exception? error)
    {
        if (id.Name == NameTaken && !isMembershipUncertain())
        {
            violate("it takes itself for another member of its name");
        }
        else if (id.Name == ConnectFailed && error is DriverStateException)
        {
            violate($"it starts a driver twice: {error.Message}");
        }
    }
}
