using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Statistics;

/// <summary>The ring beside its rivals.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Keys">Random keys of each run.</param>
/// <param name="Seeds">Runs of each algorithm, with fresh random nodes and keys.</param>
/// <param name="KeyNoise">The cv that so many keys have on perfectly even shares.</param>
/// <param name="LeastOnAdd">The least part of the keys that must move when a node comes.</param>
/// <param name="LeastOnRemove">The least part of the keys that must move when a node goes.</param>
/// <param name="Algorithms">One row each.</param>
internal sealed record AlgorithmComparison(
    int Nodes, int Keys, int Seeds, double KeyNoise, double LeastOnAdd, double LeastOnRemove, IReadOnlyList<AlgorithmRow> Algorithms)
{
    /// <summary>Runs every algorithm on all cores, then times one after the other.</summary>
    internal static AlgorithmComparison Run(
        int nodes, int keys, int seeds, HashRingOptions options, ulong seed, Action<string, double> progress)
    {
        IReadOnlyList<(string Name, Func<string[], Rival> Build)> rivals = RivalSet.Of(options);
        RivalRun[][] runs = new RivalRun[rivals.Count][];
        int done = 0;
        for (int i = 0; i < rivals.Count; i++)
        {
            Func<string[], Rival> build = rivals[i].Build;
            runs[i] = RingDraws.Each(
                seeds,
                (double)nodes * options.Replicas,
                run => RivalRun.Of(build, nodes, keys, seed + (ulong)run),
                () => progress("running", ++done / (double)(seeds * rivals.Count)));
        }

        string[] names = SweptRing.Names(nodes, seed);
        var rows = new List<AlgorithmRow>();
        foreach ((string name, Func<string[], Rival> build) in rivals)
        {
            progress("timing", rows.Count / (double)rivals.Count);
            rows.Add(AlgorithmRow.Of(name, runs[rows.Count], build, names));
        }

        return new AlgorithmComparison(nodes, keys, seeds, Math.Sqrt((nodes - 1.0) / keys), 1.0 / (nodes + 1), 1.0 / nodes, rows);
    }
}

/// <summary>One algorithm: medians over the runs, with bands and times of this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PeakToMean">Most keys of a node over the mean.</param>
/// <param name="Cv">Coefficient of variation of the keys' counts.</param>
/// <param name="MovedOnAdd">Part of the keys that move when a node comes.</param>
/// <param name="MovedOnRemove">Part of the keys that move when a random node goes.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key with its hash, nanoseconds.</param>
/// <param name="BuildMs">Time to build it, milliseconds.</param>
/// <param name="Bytes">Memory of its tables.</param>
/// <param name="ResizeMs">Time to add a node, milliseconds.</param>
/// <param name="StrayOnAdd">Part of the keys that move, but not to the node that comes: 0 is monotone.</param>
/// <param name="StrayOnRemove">Part of the keys that move though their node stays: 0 is the least disruption.</param>
/// <param name="ResizedPeakToMean">Peak-to-mean after half of the nodes have gone, at random.</param>
/// <param name="StrayOnResize">Part of the keys that moved until then though their node stayed.</param>
/// <param name="Bands">The same numbers with their 5th and 95th percentiles.</param>
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
    AlgorithmBands Bands)
{
    internal static AlgorithmRow Of(string name, RivalRun[] runs, Func<string[], Rival> build, string[] nodes)
    {
        Rival rival = build(nodes);
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
            rival.MeasureLookup(),
            Timing.Milliseconds(() => build(nodes)),
            Timing.Milliseconds(() => rival.Add("a node that is not there yet")));
        return new AlgorithmRow(
            name, bands.PeakToMean.Median, bands.Cv.Median, bands.MovedOnAdd.Median, bands.MovedOnRemove.Median, bands.LookupNs.Median,
            bands.BuildMs.Median, rival.Bytes, bands.ResizeMs.Median, bands.StrayOnAdd.Median, bands.StrayOnRemove.Median,
            bands.ResizedPeakToMean.Median, bands.StrayOnResize.Median, bands);

        Quantiles Band(Func<RivalRun, double> measure) => Quantiles.Of(Array.ConvertAll(runs, run => measure(run)));
    }
}

/// <summary>Medians and bands of one algorithm, named as in its row.</summary>
internal sealed record AlgorithmBands(
    Quantiles PeakToMean,
    Quantiles MinToMean,
    Quantiles Cv,
    Quantiles MovedOnAdd,
    Quantiles StrayOnAdd,
    Quantiles MovedOnRemove,
    Quantiles StrayOnRemove,
    Quantiles ResizedPeakToMean,
    Quantiles StrayOnResize,
    Quantiles LookupNs,
    Quantiles BuildMs,
    Quantiles ResizeMs);
