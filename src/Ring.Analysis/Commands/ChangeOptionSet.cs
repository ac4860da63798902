using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say how the members of a ring change.</summary>
internal sealed class ChangeOptionSet : OptionSet
{
    private const int NameWidth = 60;

    private readonly Option<string[]> _add = new("--add") { Description = "A node that comes; may be given many times", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _remove = new("--remove") { Description = "A node that goes; may be given many times", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _weight = new("--weight") { Description = "A node's new weight; may be given many times", HelpName = "NAME=W", Arity = ArgumentArity.OneOrMore };

    internal override IEnumerable<Option> Options => [_add, _remove, _weight];

    /// <summary>Whether any change is given.</summary>
    internal bool IsGiven(ParseResult parsed) => Options.Any(option => parsed.GetResult(option) is not null);

    /// <summary>The change, found to fit the ring's nodes.</summary>
    /// <exception cref="BadInputException">There is no change, or it does not fit.</exception>
    internal NodeChanges Read(ParseResult parsed, IEnumerable<string> nodes)
    {
        string[] added = parsed.GetValue(_add) ?? [];
        string[] removed = parsed.GetValue(_remove) ?? [];
        (string Name, double Weight)[] weights = [.. (parsed.GetValue(_weight) ?? []).Select(ReadWeight)];
        if (added.Length + removed.Length + weights.Length == 0)
        {
            throw new BadInputException($"nothing changes; give at least one {_add.Name}, {_remove.Name} or {_weight.Name}");
        }

        if (added.Intersect(removed).FirstOrDefault() is { } both)
        {
            throw new BadInputException($"{_add.Name} and {_remove.Name} both name {Quoted(both)}; a node can come or go, not both");
        }

        var present = new HashSet<string>(nodes, StringComparer.Ordinal);
        Check(_add.Name, added, node => !present.Contains(node), "the ring has it already");
        Check(_remove.Name, removed, present.Contains, "the ring does not have it");
        Check(
            _weight.Name, [.. weights.Select(weight => weight.Name)],
            node => (present.Contains(node) && !removed.Contains(node)) || added.Contains(node), "the ring will not have it");
        return removed.Length < present.Count || added.Length > 0
            ? new NodeChanges(added, removed, weights.ToDictionary(weight => weight.Name, weight => weight.Weight, StringComparer.Ordinal))
            : throw new BadInputException($"{_remove.Name} names every node; at least one must stay");
    }

    // A name may have a '=' of its own, a weight has none.
    private (string Name, double Weight) ReadWeight(string text)
    {
        int equals = text.LastIndexOf('=');
        return equals >= 0
            && double.TryParse(text.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
            && weight > 0 && double.IsFinite(weight)
            ? (text[..equals], weight)
            : throw new BadInputException($"{_weight.Name} is {Quoted(text)}; it must be a node's name, a '=' and a number above 0");
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
