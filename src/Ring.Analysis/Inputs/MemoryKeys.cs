namespace RingPerf.Analysis.Inputs;

/// <summary>Keys that are read once and kept, for many passes at a time.</summary>
internal sealed class MemoryKeys : KeySource
{
    private readonly List<Batch> _batches = [];

    private MemoryKeys(string description) => Description = description;

    internal override string Description { get; }

    /// <summary>Number of keys.</summary>
    internal int Count { get; private set; }

    /// <summary>Reads a source to its end.</summary>
    /// <exception cref="BadInputException">The source is bad, or has more keys than an array holds.</exception>
    internal static MemoryKeys Of(KeySource source)
    {
        var keys = new MemoryKeys(source.Description);
        using IKeyBatches batches = source.Open();
        while (batches.MoveNext())
        {
            var batch = new Batch(batches.Utf8.ToArray(), batches.Offsets.ToArray());
            if (keys.Count > Array.MaxLength - batch.Count)
            {
                throw new BadInputException($"{source.Description}: there are more keys than the {Array.MaxLength} that can be held");
            }

            keys._batches.Add(batch);
            keys.Count += batch.Count;
        }

        return keys;
    }

    internal override IKeyBatches Open() => new Pass(_batches);

    internal override void Check()
    {
    }

    public override void Dispose()
    {
    }

    private sealed record Batch(byte[] Utf8, int[] Offsets)
    {
        internal int Count => Offsets.Length - 1;
    }

    private sealed class Pass(List<Batch> batches) : IKeyBatches
    {
        private int _next;

        public ReadOnlySpan<byte> Utf8 => batches[_next - 1].Utf8;

        public ReadOnlySpan<int> Offsets => batches[_next - 1].Offsets;

        public bool MoveNext()
        {
            _next++;
            return _next <= batches.Count;
        }

        public void Dispose()
        {
        }
    }
}
