using System.Globalization;

namespace RingPerf.Analysis.Inputs;

/// <summary>Keys of another source, the k-th of which weighs 1 / k^s.</summary>
internal sealed class ZipfKeys(KeySource keys, double exponent) : KeySource
{
    internal override string Description => string.Create(CultureInfo.InvariantCulture, $"{keys.Description}, the k-th weighing 1 / k^{exponent}");

    internal override IKeyBatches Open() => new Batches(keys.Open(), exponent);

    internal override void Check() => keys.Check();

    public override void Dispose() => keys.Dispose();

    private sealed class Batches(IKeyBatches inner, double exponent) : IKeyBatches
    {
        private double[] _weights = [];
        private int _count;
        private long _rank;

        public ReadOnlySpan<byte> Utf8 => inner.Utf8;

        public ReadOnlySpan<int> Offsets => inner.Offsets;

        public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _count);

        public double? Done => inner.Done;

        public bool MoveNext()
        {
            _count = inner.MoveNext() ? inner.Offsets.Length - 1 : 0;
            if (_weights.Length < _count)
            {
                _weights = new double[_count];
            }

            for (int i = 0; i < _count; i++)
            {
                _weights[i] = Math.Pow(++_rank, -exponent);
            }

            return _count > 0;
        }

        public void Dispose() => inner.Dispose();
    }
}
