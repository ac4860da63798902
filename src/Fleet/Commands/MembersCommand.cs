using System.CommandLine;
using RingPerf.Fleet.Answers;
using RingPerf.Fleet.Backends;

namespace RingPerf.Fleet.Commands;

/// <summary><c>fleet members</c>: the members that are alive now.</summary>
internal static class MembersCommand
{
    internal static Command Create(IFleetOutput output)
    {
        var command = new Command("members", $"Lists the members that are alive, and what they say of themselves. {Notes.ReadOnly}");
        var groupOptions = new GroupOptionSet();
        groupOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Action<IAnswer> write = groupOptions.ReadForm(parsed, output);
            GroupReader group = groupOptions.Open(parsed);
            write(new MembersAnswer(group.Group, await group.ReadMembersAsync(cancellationToken).ConfigureAwait(false)));
            return 0;
        });
        return command;
    }
}
