using System.Globalization;

namespace RingPerf.Analysis.Inputs;

/// <summary>Random UUIDs as text, the same for the same seed on every machine.</summary>
internal sealed class SeededKeys(int count, ulong seed) : KeySource
{
    internal override string Description =>
        string.Create(CultureInfo.InvariantCulture, $"random UUIDs, seed {seed}");

    internal override IKeyBatches Open() => new Batches(count, new SeededUuids(seed));

    internal override void Check()
    {
    }

    public override void Dispose()
    {
    }

    private sealed class Batches(int count, SeededUuids uuids) : IKeyBatches
    {
        private const int BatchKeys = 4096;

        private readonly byte[] _utf8 = new byte[BatchKeys * SeededUuids.TextLength];
        private readonly int[] _offsets = new int[BatchKeys + 1];
        private int _keys;
        private readonly int _all = count;
        private int _left = count;

        public ReadOnlySpan<byte> Utf8 => _utf8.AsSpan(0, _keys * SeededUuids.TextLength);

        public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, _keys + 1);

        public double? Done => _all == 0 ? 1 : 1 - (_left / (double)_all);

        public bool MoveNext()
        {
            _keys = Math.Min(_left, BatchKeys);
            _left -= _keys;
            for (int i = 0; i < _keys; i++)
            {
                uuids.Next().TryFormat(_utf8.AsSpan(i * SeededUuids.TextLength), out _);
                _offsets[i + 1] = (i + 1) * SeededUuids.TextLength;
            }

            return _keys > 0;
        }

        public void Dispose()
        {
        }
    }
}
