using System.Buffers;
using System.Text.Unicode;

namespace RingPerf.Keys;

/// <summary>Text of any length as a sequence of UTF-8 chunks over one caller-owned buffer, so that long keys need no memory of their own.</summary>
internal ref struct Utf8Chunks
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<byte> _buffer;
    private int _next;

    /// <summary>Chunks of <paramref name="text"/> encoded into <paramref name="buffer"/>, which holds at least one code point (4 bytes).</summary>
    internal Utf8Chunks(ReadOnlySpan<char> text, Span<byte> buffer)
    {
        _text = text;
        _buffer = buffer;
        InvalidIndex = -1;
    }

    /// <summary>Index of the lone surrogate that ended the sequence, or -1.</summary>
    internal int InvalidIndex { get; private set; }

    /// <summary>Room for all chunks together.</summary>
    internal readonly int MaxBytes => checked(_text.Length * StrictUtf8.MaxBytesPerChar);

    /// <summary>Encodes the next chunk; false at the end of the text or before a lone surrogate.</summary>
    internal bool MoveNext(out ReadOnlySpan<byte> chunk)
    {
        OperationStatus status = Utf8.FromUtf16(
            _text[_next..], _buffer, out int read, out int written, replaceInvalidSequences: false);
        _next += read;
        chunk = _buffer[..written];
        if (status == OperationStatus.InvalidData && written == 0)
        {
            InvalidIndex = _next;
        }

        return written > 0;
    }
}
