using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say where a ring puts its points, whatever its nodes.</summary>
internal sealed class PlacementOptionSet
{
    private readonly Option<string> _profile = RingOptionSet.Choice("--profile", "Whose ring", OptionText.Profiles);
    private readonly Option<string> _labels = RingOptionSet.Choice("--labels", "How a node's name is hashed", OptionText.Labels);
    private readonly Option<string> _hash = RingOptionSet.Choice("--hash", "The hash", OptionText.Hashes);
    private readonly Option<string> _collisions = RingOptionSet.Choice("--collisions", "Who owns a position that two labels share", OptionText.Collisions);

    internal IEnumerable<Option> Options => [_profile, _labels, _hash, _collisions];

    internal void AddTo(Command command)
    {
        foreach (Option option in Options)
        {
            command.Add(option);
        }
    }

    /// <summary>The options of a ring, its replicas the profile's default.</summary>
    /// <exception cref="BadInputException">An option is wrong, or the profile does not take it.</exception>
    internal HashRingOptions Read(ParseResult parsed)
    {
        HashRingOptions options = DefaultsOf(OneOf(parsed, _profile, OptionText.Profiles)) with
        {
            Labels = OneOf(parsed, _labels, OptionText.Labels),
            Hash = OneOf(parsed, _hash, OptionText.Hashes),
            Collisions = OneOf(parsed, _collisions, OptionText.Collisions),
        };
        if (options.Profile != RingProfile.Aodh && (options.Hash, options.Labels) != (HashFunction.Md5, LabelFormat.Plain))
        {
            string name = OptionText.NameOf(OptionText.Profiles, options.Profile);
            throw new BadInputException($"{_profile.Name} is \"{name}\"; --hash must then be md5 and --labels plain");
        }

        return options;
    }

    private static HashRingOptions DefaultsOf(RingProfile profile) => profile switch
    {
        RingProfile.Tooz => HashRingOptions.Tooz,
        RingProfile.Ketama => HashRingOptions.Ketama,
        RingProfile.UhashringKetama => HashRingOptions.UhashringKetama,
        _ => new HashRingOptions(),
    };

    private static T OneOf<T>(ParseResult parsed, Option<string> option, (string Name, T Value)[] allowed) =>
        parsed.GetValue(option) is { } text ? OptionText.OneOf(option.Name, text, allowed) : allowed[0].Value;
}
