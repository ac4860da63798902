using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Statistics;

/// <summary>One algorithm: medians over the runs, with bands and times of this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PeakToMean">Most keys of a node over the mean; with weights over what the node's weight asks for, as cv too.</param>
/// <param name="Cv">Coefficient of variation of the keys' counts.</param>
/// <param name="MovedOnAdd">Part of the keys that move when a node comes.</param>
/// <param name="MovedOnRemove">Part of the keys that move when a random node goes.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key with its hash, nanoseconds; with bounded loads to place a key and to take it
/// off again, all others placed.</param>
/// <param name="BuildMs">Time to build it, milliseconds.</param>
/// <param name="Bytes">Memory of its tables.</param>
/// <param name="ResizeMs">Time to add a node, milliseconds.</param>
/// <param name="StrayOnAdd">Part of the keys that move, but not to the node that comes: 0 is monotone.</param>
/// <param name="StrayOnRemove">Part of the keys that move though their node stays: 0 is the least disruption.</param>
/// <param name="ResizedPeakToMean">Peak-to-mean after half of the nodes have gone, at random.</param>
/// <param name="StrayOnResize">Part of the keys that moved until then though their node stayed.</param>
/// <param name="Bands">The same numbers with their 5th and 95th percentiles.</param>
/// <param name="Description">What the algorithm is.</param>
/// <remarks>What moves is what differs between all keys placed before the change and all placed after it, both in the keys' order from
/// no load on. Only bounded loads depend on that order.</remarks>
internal sealed record AlgorithmRow(
    string Name,
    double PeakToMean,
    double Cv,
    double MovedOnAdd,
    double MovedOnRemove,
    double LookupNs,
    double BuildMs,
    long Bytes,
    double ResizeMs,
    double StrayOnAdd,
    double StrayOnRemove,
    double ResizedPeakToMean,
    double StrayOnResize,
    AlgorithmBands Bands,
    string Description)
{
    internal static AlgorithmRow Of(RivalKind kind, RivalRun[] runs, RingNode[] nodes, int keys)
    {
        Rival rival = kind.Build(nodes);
        var bands = new AlgorithmBands(
            Band(run => run.Balance.PeakToMean),
            Band(run => run.Balance.MinToMean),
            Band(run => run.Balance.Cv),
            Band(run => run.MovedOnAdd),
            Band(run => run.StrayOnAdd),
            Band(run => run.MovedOnRemove),
            Band(run => run.StrayOnRemove),
            Band(run => run.Resized.PeakToMean),
            Band(run => run.StrayOnResize),
            rival.MeasureLookup(keys),
            Timing.Milliseconds(() => kind.Build(nodes)),
            Timing.Milliseconds(() => rival.Add("a node that is not there yet")));
        return new AlgorithmRow(
            kind.Name, bands.PeakToMean.Median, bands.Cv.Median, bands.MovedOnAdd.Median, bands.MovedOnRemove.Median, bands.LookupNs.Median,
            bands.BuildMs.Median, rival.Bytes, bands.ResizeMs.Median, bands.StrayOnAdd.Median, bands.StrayOnRemove.Median,
            bands.ResizedPeakToMean.Median, bands.StrayOnResize.Median, bands, kind.Description);

        Quantiles Band(Func<RivalRun, double> measure) => Quantiles.Of(Array.ConvertAll(runs, run => measure(run)));
    }
}
