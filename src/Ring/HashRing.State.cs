using System.Buffers;
using RingPerf.State;

namespace RingPerf;

public sealed partial class HashRing
{
    private object? _checksum;

    private HashRing(RingState state)
        : this(state.Options, state.Order, state.Weights, state.Counts, state.Points)
    {
    }

    /// <summary>A number that two processes compare to know that their rings give every key to the same node, by name.</summary>
    /// <remarks>
    /// <para>Equal where every key has the same owner, and different otherwise but for one chance in 2^64: it depends on names, points
    /// and the hash, and not on the order of nodes where no point is shared, on <see cref="HashRingOptions.Search"/>, on the processor
    /// or on the version of this library. It detects mistakes, not forgery. Defined byte by byte in docs/state.md.</para>
    /// <para>O(n) in the number of points and some allocation at the first call, then kept.</para>
    /// </remarks>
    public ulong Checksum => (ulong)(_checksum ??= RingChecksum.Of(State));

    private RingState State => new(Options, _order, _weights, _counts, _points);

    /// <summary>Writes the ring so that <see cref="Load(Stream)"/> gives it back without hashing a label, but for a ring of 128 bits. Layout in docs/state.md.</summary>
    /// <param name="stream">Receives the state at its present place; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The state would be longer than an array, at some 268 million points.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var output = new StreamBufferWriter(stream);
        StateWriter.Write(State, output);
        output.Flush();
    }

    /// <inheritdoc cref="Save(Stream)"/>
    /// <param name="output">Receives the state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public void Save(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        StateWriter.Write(State, output);
    }

    /// <summary>Reads a ring that <see cref="Save(Stream)"/> wrote: same answers, and changes continue as on the ring that was saved.</summary>
    /// <param name="stream">Read from its present place to its end.</param>
    /// <remarks>O(n) in the number of points; those of 128 bits are placed anew. Takes memory in proportion to the bytes that are there,
    /// whatever they say.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <returns>A ring equal to the one that was saved, point by point.</returns>
    /// <exception cref="InvalidDataException">The bytes are no state; the message names the field, its value and what is allowed.</exception>
    /// <exception cref="IOException">The stream fails, or has more bytes than an array holds.</exception>
    public static HashRing Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Load(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Reads a ring that <see cref="Save(IBufferWriter{byte})"/> wrote: same answers, and changes continue as on that ring.</summary>
    /// <param name="bytes">The state, all of it and nothing else.</param>
    /// <returns>A ring equal to the one that was saved, point by point.</returns>
    /// <remarks>O(n) in the number of points; those of 128 bits are placed anew. Takes memory in proportion to the bytes that are there,
    /// whatever they say.</remarks>
    /// <exception cref="InvalidDataException">The bytes are no state; the message names the field, its value and what is allowed.</exception>
    public static HashRing Load(ReadOnlySpan<byte> bytes) => new(StateReader.Read(bytes));

    /// <summary>The ring as JSON for people: options, nodes with their weights, and <see cref="Checksum"/>. Format in docs/state.md.</summary>
    /// <returns>Indented JSON, without the points, which follow from the rest.</returns>
    public string ToJson() => JsonState.Write(State, Checksum);

    /// <summary>Builds the ring that <see cref="ToJson"/> or a person described.</summary>
    /// <param name="json">The description; fields it does not know are passed over, and the checksum may be left out.</param>
    /// <remarks>Places every point anew. The number of points is what replicas and weights say, so the text's author decides how
    /// much memory it takes.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <returns>The ring, its points placed anew.</returns>
    /// <exception cref="InvalidDataException">The text is not such JSON, or the ring it describes has another checksum; the message
    /// names the field, its value and what is allowed.</exception>
    public static HashRing FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonState.Read(json);
    }
}
