using RingPerf.Fuzz.Oracles;

namespace RingPerf.Fuzz.Targets;

/// <summary>Key text: string, span, bytes and both batches agree with a scalar encoder, a platform hash and a walk over all points.</summary>
/// <remarks>The first byte chooses a ring, the second where in its buffer the text lies; then come UTF-16 code units, keys apart by U+000A.</remarks>
internal sealed class KeyTarget : IFuzzTarget
{
    private const int Offsets = 17;

    private static readonly HashRing[] Rings =
    [
        .. from hash in Enum.GetValues<HashFunction>()
           from search in Enum.GetValues<SearchAlgorithm>()
           select new HashRing(["a", "b", "c"], new HashRingOptions { Hash = hash, Search = search, Replicas = 7 }),
        new HashRing([], 1),
    ];

    public string Name => "keys";

    // Surrogates and the edges of the encoder, low byte first.
    public IReadOnlyList<string> Tokens { get; } = ["\x00\xd8", "\xff\xdb", "\x00\xdc", "\xff\xdf", "\x3d\xd8\x00\xde", "\x7f\x00", "\x80\x00", "\xff\x07", "\x00\x08", "\x0a\x00"];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.Length < 2)
        {
            return;
        }

        HashRing ring = Rings[input[0] % Rings.Length];
        int shift = input[1] % Offsets;
        string[] keys = ScalarText.FromBytes(input[2..]).Split('\n');
        byte[]?[] utf8 = [.. keys.Select(key => ScalarText.Encode(key))];
        int[] owners = new int[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            owners[i] = utf8[i] is { } bytes ? Valid(ring, keys[i], bytes, shift) : Invalid(ring, keys[i], shift);
        }

        CheckStrings(ring, keys, utf8, owners);
        CheckPacked(ring, [.. utf8.OfType<byte[]>()], shift);
    }

    private static int Valid(HashRing ring, string key, byte[] utf8, int shift)
    {
        uint position = ScalarRing.Position(ring.Options.Hash, utf8);
        int owner = ScalarRing.OwnerAt(ring, position);
        ReadOnlySpan<char> span = Shifted(key.AsSpan(), shift);
        ReadOnlySpan<byte> bytes = Shifted<byte>(utf8, shift);
        Check.Equal(position, ring.GetPosition(key), "position of the string");
        Check.Equal(position, ring.GetPosition(span), "position of the span");
        Check.Equal(position, ring.GetPosition(bytes), "position of the bytes");
        Check.Equal(owner, ring.GetNodeIndex(key), "owner of the string");
        Check.Equal(owner, ring.GetNodeIndex(span), "owner of the span");
        Check.Equal(owner, ring.GetNodeIndex(bytes), "owner of the bytes");
        Check.Equal(owner, ring.GetNodeIndexAt(position), "owner of the position");
        Check.Equal(owner < 0 ? null : ring.Nodes[owner], ring.GetNode(key), "name of the owner");
        return owner;
    }

    private static int Invalid(HashRing ring, string key, int shift)
    {
        Check.Refused<ArgumentException>(() => ring.GetPosition(key), "the position of a lone surrogate");
        Check.Refused<ArgumentException>(() => ring.GetNode(key), "a lone surrogate in a string");
        Check.Refused<ArgumentException>(() => ring.GetNodeIndex(Shifted(key.AsSpan(), shift)), "a lone surrogate in a span");
        return -1;
    }

    private static void CheckStrings(HashRing ring, string[] keys, byte[]?[] utf8, int[] owners)
    {
        int[] answers = new int[keys.Length];
        if (Array.IndexOf(utf8, null) is var wrong and >= 0)
        {
            var error = Catch(() => ring.GetNodeIndices(keys, answers));
            Check.That(error.Message.StartsWith($"The key keys[{wrong}], ", StringComparison.Ordinal), $"the error does not name key {wrong}: {error.Message}");
            return;
        }

        ring.GetNodeIndices(keys, answers);
        Check.That(answers.AsSpan().SequenceEqual(owners), "the batch of strings differs from one key at a time");
    }

    private static ArgumentException Catch(Action call)
    {
        try
        {
            call();
        }
        catch (ArgumentException e)
        {
            return e;
        }

        throw new FindingException("a batch with a lone surrogate was accepted");
    }

    private static void CheckPacked(HashRing ring, byte[][] keys, int shift)
    {
        byte[] packed = new byte[shift + keys.Sum(key => key.Length)];
        int[] offsets = new int[keys.Length + 1];
        offsets[0] = shift;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i].CopyTo(packed, offsets[i]);
            offsets[i + 1] = offsets[i] + keys[i].Length;
        }

        int[] answers = new int[keys.Length];
        ring.GetNodeIndices(packed, offsets, answers);
        for (int i = 0; i < keys.Length; i++)
        {
            Check.Equal(ring.GetNodeIndex(keys[i]), answers[i], $"owner of packed key {i}");
        }
    }

    private static ReadOnlySpan<T> Shifted<T>(ReadOnlySpan<T> text, int shift)
    {
        T[] buffer = new T[text.Length + shift];
        text.CopyTo(buffer.AsSpan(shift));
        return buffer.AsSpan(shift);
    }
}
