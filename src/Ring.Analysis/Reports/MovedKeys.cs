using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>Keys that change hands, a row each, written while they are read.</summary>
internal static class MovedKeys
{
    internal static KeyRowWriter Writer(OutputFormat format, Stream output, HashRing before, HashRing after) =>
        KeyRowWriter.Create(format, output, new NodeColumn("from", before.Nodes), new NodeColumn("to", after.Nodes));

    /// <summary>Counts them, and writes each to <paramref name="file"/> as CSV.</summary>
    internal static KeyMoves WriteCsv(HashRing before, HashRing after, KeySource keys, Stream file)
    {
        using KeyRowWriter writer = Writer(OutputFormat.Csv, file, before, after);
        return KeyMoves.Of(before, after, keys, (key, from, to) => writer.Write(key, from, to));
    }
}
