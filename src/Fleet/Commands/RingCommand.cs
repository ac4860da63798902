using System.CommandLine;
using RingPerf.Fleet.Answers;

namespace RingPerf.Fleet.Commands;

/// <summary><c>fleet ring</c>: the ring over the members that are alive now.</summary>
internal static class RingCommand
{
    internal static Command Create(IFleetOutput output)
    {
        var command = new Command("ring", $"Shows the exact share of each member, its weight and points, and the collisions. {Notes.ReadOnly}");
        var groupOptions = new GroupOptionSet();
        var ringOptions = new RingOptionSet();
        groupOptions.AddTo(command);
        ringOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Action<IAnswer> write = groupOptions.ReadForm(parsed, output);
            (string group, HashRing ring) = await ringOptions.ReadRingAsync(parsed, groupOptions, cancellationToken).ConfigureAwait(false);
            write(new RingAnswer(group, ringOptions.ReadLabelName(parsed), ring));
            return 0;
        });
        return command;
    }
}
