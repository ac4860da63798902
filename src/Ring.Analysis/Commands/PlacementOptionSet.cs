using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say where a ring puts its points, whatever its nodes.</summary>
internal sealed class PlacementOptionSet : OptionSet
{
    private readonly ChoiceOption<RingProfile> _profile = new("--profile", "Whose ring", OptionText.Profiles);
    private readonly ChoiceOption<LabelFormat> _labels = new("--labels", "How a node's name is hashed", OptionText.Labels);
    private readonly ChoiceOption<HashFunction> _hash = new("--hash", "The hash", OptionText.Hashes);
    private readonly ChoiceOption<CollisionRule> _collisions = new("--collisions", "Who owns a position that two labels share", OptionText.Collisions);

    internal override IEnumerable<Option> Options => [_profile.Option, _labels.Option, _hash.Option, _collisions.Option];

    /// <summary>The options of a ring, its replicas the profile's default.</summary>
    /// <exception cref="BadInputException">An option is wrong, or the profile does not take it.</exception>
    internal HashRingOptions Read(ParseResult parsed)
    {
        HashRingOptions options = DefaultsOf(_profile.Read(parsed)) with
        {
            Labels = _labels.Read(parsed),
            Hash = _hash.Read(parsed),
            Collisions = _collisions.Read(parsed),
        };
        if (options.Profile != RingProfile.Aodh && (options.Hash, options.Labels) != (HashFunction.Md5, LabelFormat.Plain))
        {
            string name = OptionText.NameOf(OptionText.Profiles, options.Profile);
            throw new BadInputException($"{_profile.Option.Name} is \"{name}\"; --hash must then be md5 and --labels plain");
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
}
