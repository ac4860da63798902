using System.Buffers.Text;
using System.Text;

namespace RingPerf.Analysis.Inputs;

/// <summary>Keys of another source whose lines end with a tab and a weight.</summary>
internal sealed class WeightedKeys(KeySource keys, string name) : KeySource
{
    internal override string Description => $"{keys.Description} with their weights";

    internal override IKeyBatches Open() => new Batches(keys.Open(), name);

    internal override void Check() => keys.Check();

    public override void Dispose() => keys.Dispose();

    private sealed class Batches(IKeyBatches inner, string name) : IKeyBatches
    {
        private const int NameWidth = 40;

        private byte[] _utf8 = [];
        private int[] _offsets = [0];
        private double[] _weights = [];
        private int _count;
        private long _line;

        public ReadOnlySpan<byte> Utf8 => _utf8.AsSpan(0, _offsets[_count]);

        public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, _count + 1);

        public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _count);

        public double? Done => inner.Done;

        public bool MoveNext()
        {
            _count = 0;
            if (!inner.MoveNext())
            {
                return false;
            }

            int lines = inner.Offsets.Length - 1;
            if (_weights.Length < lines)
            {
                _weights = new double[lines];
                _offsets = new int[lines + 1];
            }

            if (_utf8.Length < inner.Utf8.Length)
            {
                _utf8 = new byte[inner.Utf8.Length];
            }

            for (int i = 0; i < lines; i++)
            {
                Add(inner.Utf8[inner.Offsets[i]..inner.Offsets[i + 1]]);
            }

            return true;
        }

        public void Dispose() => inner.Dispose();

        private void Add(ReadOnlySpan<byte> line)
        {
            _line++;
            int tab = line.LastIndexOf((byte)'\t');
            ReadOnlySpan<byte> text = line[(tab + 1)..];
            if (tab < 0 || !Utf8Parser.TryParse(text, out double weight, out int read) || read != text.Length || !double.IsFinite(weight) || weight < 0)
            {
                throw new BadInputException(
                    $"{name}: line {_line} ends with \"{PrintableText.Shortened(Encoding.UTF8.GetString(text), NameWidth)}\"; it must end with a tab and a weight of at least 0");
            }

            line[..tab].CopyTo(_utf8.AsSpan(_offsets[_count]));
            _offsets[_count + 1] = _offsets[_count] + tab;
            _weights[_count++] = weight;
        }
    }
}
