using System.Text.Unicode;
using RingPerf.Analysis;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Fuzz.Targets;

/// <summary>Key files: lines are what stands between line feeds, however the bytes arrive; what is no UTF-8 is refused with its line.</summary>
/// <remarks>The first byte chooses how many bytes arrive at a time.</remarks>
internal sealed class LineTarget : IFuzzTarget
{
    public string Name => "lines";

    public IReadOnlyList<string> Tokens { get; } = ["\n", "\n\n", "\r\n", "\xef\xbb\xbf", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\t1", "\t1e400", "\t-1", "\tNaN", "\t+1."];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        int chunk = 1 + input[0];
        byte[] bytes = input[1..].ToArray();
        List<byte[]> expected = Split(bytes);
        int wrong = expected.FindIndex(line => !Utf8.IsValid(line));
        var read = new List<byte[]>();
        bool accepted = Check.Accepts<BadInputException>(() => Read(new Utf8LineReader(new ChunkStream(bytes, chunk), "keys"), read));
        Check.Equal(wrong < 0, accepted, "whether the file is accepted");
        Check.That(read.Count <= expected.Count && (!accepted || read.Count == expected.Count), $"{read.Count} lines of {expected.Count}");
        for (int line = 0; line < read.Count; line++)
        {
            Check.That(read[line].AsSpan().SequenceEqual(expected[line]), $"line {line + 1} has other bytes");
        }

        CheckWeights(bytes, chunk, expected);
    }

    private static void CheckWeights(byte[] bytes, int chunk, List<byte[]> lines)
    {
        var keys = new List<byte[]>();
        using var source = new StreamKeys(bytes, chunk);
        using var weighted = new WeightedKeys(source, "keys");
        using IKeyBatches batches = weighted.Open();
        if (!Check.Accepts<BadInputException>(() => Read(batches, keys)))
        {
            return;
        }

        Check.Equal(lines.Count, keys.Count, "number of weighted keys");
        for (int line = 0; line < keys.Count; line++)
        {
            Check.That(keys[line].AsSpan().SequenceEqual(lines[line].AsSpan(0, lines[line].AsSpan().LastIndexOf((byte)'\t'))), $"key {line} has other bytes");
        }
    }

    private static void Read(IKeyBatches batches, List<byte[]> read)
    {
        while (batches.MoveNext())
        {
            for (int i = 0; i + 1 < batches.Offsets.Length; i++)
            {
                read.Add(batches.Utf8[batches.Offsets[i]..batches.Offsets[i + 1]].ToArray());
                Check.That(batches.Weights.IsEmpty || (batches.Weights[i] >= 0 && double.IsFinite(batches.Weights[i])), "a weight is out of range");
            }
        }
    }

    private static List<byte[]> Split(byte[] bytes)
    {
        var lines = new List<byte[]>();
        int start = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
            {
                lines.Add(bytes[start..i]);
                start = i + 1;
            }
        }

        if (start < bytes.Length)
        {
            lines.Add(bytes[start..]);
        }

        return lines;
    }

    private sealed class StreamKeys(byte[] bytes, int chunk) : KeySource
    {
        internal override string Description => "keys";

        internal override IKeyBatches Open() => new Utf8LineReader(new ChunkStream(bytes, chunk), "keys");

        internal override void Check()
        {
        }

        public override void Dispose()
        {
        }
    }
}
