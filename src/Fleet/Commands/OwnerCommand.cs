using System.CommandLine;
using RingPerf.Fleet.Answers;

namespace RingPerf.Fleet.Commands;

/// <summary><c>fleet owner</c>: the member that owns each key now.</summary>
internal static class OwnerCommand
{
    internal static Command Create(IFleetOutput output)
    {
        var command = new Command("owner", $"Names the member that owns each key. {Notes.ReadOnly}");
        var groupOptions = new GroupOptionSet();
        var ringOptions = new RingOptionSet();
        var keys = new Option<string[]>("--key")
        {
            Description = "A key, as the fleet's own text of it; may be given again",
            HelpName = "K",
            Arity = ArgumentArity.OneOrMore,
            Required = true,
        };
        groupOptions.AddTo(command);
        ringOptions.AddTo(command);
        command.Add(keys);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Action<IAnswer> write = groupOptions.ReadForm(parsed, output);
            (string group, HashRing ring) = await ringOptions.ReadRingAsync(parsed, groupOptions, cancellationToken).ConfigureAwait(false);
            if (ring.Nodes.Count == 0)
            {
                throw FleetException.Failed($"the group \"{group}\" has no members, so nobody owns a key");
            }

            write(new OwnerAnswer([.. parsed.GetValue(keys)!.Select(key => (key, ring.GetNode(key)!))]));
            return 0;
        });
        return command;
    }
}
