using System.CommandLine;
using RingPerf.Fleet.Commands;

namespace RingPerf.Fleet;

/// <summary><c>fleet</c>: what an operator asks of a running fleet first.</summary>
public static class FleetCommand
{
    /// <summary>The command with <c>members</c>, <c>ring</c> and <c>owner</c> below it.</summary>
    /// <remarks>Its actions return 0 or throw <see cref="FleetException"/>. A command connects, reads and disconnects; it joins no group,
    /// and changes none.</remarks>
    /// <param name="output">Where answers go.</param>
    /// <returns>The command, to add to a tool.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public static Command Create(IFleetOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new Command("fleet", "Reads a group of a running fleet: its members, its ring, the owner of a key.")
        {
            MembersCommand.Create(output),
            RingCommand.Create(output),
            OwnerCommand.Create(output),
        };
    }
}
