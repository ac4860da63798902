using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that make some keys weigh more than others.</summary>
internal sealed class KeyWeightOptionSet : OptionSet
{
    private const double MostSkewed = 10;

    private readonly Option<string> _zipf = new("--zipf") { Description = "Weigh the k-th key as 1 / k^S", HelpName = "S" };
    private readonly Option<bool> _weighted = new("--key-weights") { Description = "Take the end of a key's line, behind its last tab, as its weight" };

    internal override IEnumerable<Option> Options => [_zipf, _weighted];

    /// <summary>The keys with their weights; as they are where no option is given.</summary>
    /// <exception cref="BadInputException">An option is wrong.</exception>
    internal KeySource Read(ParseResult parsed, KeySource keys)
    {
        string? zipf = parsed.GetValue(_zipf);
        bool weighted = parsed.GetValue(_weighted);
        if (zipf is not null && weighted)
        {
            throw OptionText.Excluding(_zipf.Name, _weighted.Name);
        }

        return zipf is not null ? new ZipfKeys(keys, OptionText.Between(_zipf.Name, zipf, 0, MostSkewed))
            : weighted ? new WeightedKeys(keys, _weighted.Name)
            : keys;
    }
}
