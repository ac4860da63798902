using System.Text;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>Many keys handed out a block at a time, round and round, so that neither caches nor branch predictors learn them.</summary>
internal sealed class KeyStream
{
    /// <summary>Keys in a block: the operations of one benchmark invocation.</summary>
    internal const int Block = 4096;

    private const int UuidKeys = 16 * Block;

    private readonly string[] _texts;
    private readonly byte[] _utf8;
    private readonly int[] _offsets;
    private int _next;

    /// <summary>A stream over keys, repeated up to whole blocks.</summary>
    internal KeyStream(string[] keys)
    {
        int blocks = (keys.Length + Block - 1) / Block;
        _texts = new string[blocks * Block];
        _offsets = new int[_texts.Length + 1];
        for (int i = 0; i < _texts.Length; i++)
        {
            _texts[i] = keys[i % keys.Length];
            _offsets[i + 1] = checked(_offsets[i] + Encoding.UTF8.GetByteCount(_texts[i]));
        }

        _utf8 = new byte[_offsets[^1]];
        for (int i = 0; i < _texts.Length; i++)
        {
            Encoding.UTF8.GetBytes(_texts[i], _utf8.AsSpan(_offsets[i]));
        }
    }

    /// <summary>All keys of the stream.</summary>
    internal ReadOnlySpan<string> Texts => _texts;

    /// <summary>Offsets of all keys into <see cref="Utf8"/>, one more than there are keys.</summary>
    internal ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>The text that offsets point into.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>A stream of distinct 36-byte keys, the same in every run.</summary>
    internal static KeyStream Uuids() => new(SeededUuids.Take(UuidKeys));

    /// <summary>The next block as strings.</summary>
    internal ReadOnlySpan<string> NextTexts() => _texts.AsSpan(Advance(), Block);

    /// <summary>The next block as offsets into <see cref="Utf8"/>, one more than it has keys.</summary>
    internal ReadOnlySpan<int> NextOffsets() => _offsets.AsSpan(Advance(), Block + 1);

    private int Advance()
    {
        int start = _next;
        _next = start + Block == _texts.Length ? 0 : start + Block;
        return start;
    }
}
