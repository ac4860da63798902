using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say how the members of a ring change.</summary>
internal sealed class ChangeOptionSet
{
    private const int NameWidth = 60;

    private readonly Option<string[]> _add = new("--add") { Description = "A node that comes; may be given many times", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _remove = new("--remove") { Description = "A node that goes; may be given many times", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };

    internal void AddTo(Command command)
    {
        command.Add(_add);
        command.Add(_remove);
    }

    /// <summary>The change, found to fit the ring's nodes.</summary>
    /// <exception cref="BadInputException">There is no change, or it does not fit.</exception>
    internal RingChange Read(ParseResult parsed, IReadOnlyList<string> nodes)
    {
        string[] added = parsed.GetValue(_add) ?? [];
        string[] removed = parsed.GetValue(_remove) ?? [];
        if (added.Length + removed.Length == 0)
        {
            throw new BadInputException($"nothing changes; give at least one {_add.Name} or {_remove.Name}");
        }

        if (added.Intersect(removed).FirstOrDefault() is { } both)
        {
            throw new BadInputException($"{_add.Name} and {_remove.Name} both name {Quoted(both)}; a node can come or go, not both");
        }

        var present = new HashSet<string>(nodes, StringComparer.Ordinal);
        Check(_add.Name, added, node => !present.Contains(node), "the ring has it already");
        Check(_remove.Name, removed, present.Contains, "the ring does not have it");
        return removed.Length < present.Count || added.Length > 0
            ? new RingChange(added, removed)
            : throw new BadInputException($"{_remove.Name} names every node; at least one must stay");
    }

    private static void Check(string option, string[] names, Func<string, bool> fits, string objection)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (name.Length == 0)
            {
                throw new BadInputException($"{option} is empty; it must name a node");
            }

            if (!seen.Add(name))
            {
                throw new BadInputException($"{option} names {Quoted(name)} twice");
            }

            if (!fits(name))
            {
                throw new BadInputException($"{option} names {Quoted(name)}; {objection}");
            }
        }
    }

    private static string Quoted(string name) => $"\"{PrintableText.Shortened(name, NameWidth)}\"";
}
