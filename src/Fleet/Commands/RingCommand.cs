using System.CommandLine;
using RingPerf.Fleet.Answers;
using RingPerf.Fleet.Backends;

namespace RingPerf.Fleet.Commands;

/// <summary><c>fleet ring</c>: the ring over the members that are alive now.</summary>
internal static class RingCommand
{
    internal static Command Create(IFleetOutput output)
    {
        var command = new Command("ring", $"Shows the exact share of each member, its points, and the collisions. {Notes.ReadOnly}");
        var groupOptions = new GroupOptionSet();
        var ringOptions = new RingOptionSet();
        groupOptions.AddTo(command);
        ringOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Action<IAnswer> write = groupOptions.ReadForm(parsed, output);
            HashRingOptions options = ringOptions.Read(parsed);
            GroupReader group = groupOptions.Open(parsed);
            HashRing ring = ringOptions.Build(await group.ReadNamesAsync(cancellationToken).ConfigureAwait(false), options);
            write(new RingAnswer(group.Group, ringOptions.ReadLabelName(parsed), ring));
            return 0;
        });
        return command;
    }
}
