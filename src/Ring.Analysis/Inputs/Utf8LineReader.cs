namespace RingPerf.Analysis.Inputs;

/// <summary>Lines of a UTF-8 stream as packed batches: bytes without their LF, and n + 1 offsets.</summary>
/// <remarks>Only LF ends a line; CR and BOM are data. A last line without LF counts, an empty rest behind the last LF does not.</remarks>
internal sealed class Utf8LineReader(Stream stream, string name) : IKeyBatches
{
    private const int InitialCapacity = 1 << 18;

    private byte[] _buffer = new byte[InitialCapacity];
    private int[] _offsets = new int[1 << 12];
    private int _lines;
    private int _packed;
    private int _rest;
    private int _restLength;
    private long _linesBefore;
    private bool _atEnd;

    /// <summary>The bytes of the batch's lines, one behind the other.</summary>
    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, _packed);

    /// <summary>Offsets of the batch's lines into <see cref="Utf8"/>, one more than there are lines.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, _lines + 1);

    /// <summary>The part of a file that has been read; null for a pipe.</summary>
    public double? Done => stream.CanSeek && stream.Length > 0 ? Math.Min(1, stream.Position / (double)stream.Length) : null;

    /// <summary>Number, from 1, of the batch's first line.</summary>
    internal long FirstLine => _linesBefore + 1;

    /// <summary>Reads the next batch; false at the end.</summary>
    /// <exception cref="BadInputException">A line is not valid UTF-8 or too long to hold.</exception>
    public bool MoveNext()
    {
        _linesBefore += _lines;
        _lines = 0;
        _packed = 0;
        _buffer.AsSpan(_rest, _restLength).CopyTo(_buffer);
        _rest = 0;
        while (!_atEnd)
        {
            if (_restLength == _buffer.Length)
            {
                Grow();
            }

            int read = stream.Read(_buffer, _restLength, _buffer.Length - _restLength);
            int scanned = _restLength;
            _restLength += read;
            _atEnd = read == 0;
            if (_atEnd || _buffer.AsSpan(scanned, read).Contains((byte)'\n'))
            {
                break;
            }
        }

        Pack();
        return _lines > 0;
    }

    public void Dispose() => stream.Dispose();

    private void Pack()
    {
        int end = _restLength;
        int start = 0;
        while (start < end)
        {
            int length = _buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0)
            {
                if (!_atEnd)
                {
                    break;
                }

                length = end - start;
            }

            Add(start, length);
            start = Math.Min(start + length + 1, end);
        }

        _rest = start;
        _restLength = end - start;
    }

    private void Add(int start, int length)
    {
        if (!System.Text.Unicode.Utf8.IsValid(_buffer.AsSpan(start, length)))
        {
            throw new BadInputException($"{name}: line {FirstLine + _lines} is not valid UTF-8");
        }

        if (_lines + 2 > _offsets.Length)
        {
            Array.Resize(ref _offsets, _offsets.Length * 2);
        }

        _buffer.AsSpan(start, length).CopyTo(_buffer.AsSpan(_packed));
        _packed += length;
        _offsets[++_lines] = _packed;
    }

    private void Grow()
    {
        if (_buffer.Length == Array.MaxLength)
        {
            throw new BadInputException($"{name}: line {FirstLine} is longer than {Array.MaxLength} bytes");
        }

        Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Array.MaxLength));
    }
}
