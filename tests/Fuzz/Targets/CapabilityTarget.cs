using System.Text;
using RingPerf.Coordination;

namespace RingPerf.Fuzz.Targets;

/// <summary>What other members of a group wrote: capabilities and names as bytes of any kind are read without an error.</summary>
internal sealed class CapabilityTarget : IFuzzTarget
{
    public string Name => "capabilities";

    public IReadOnlyList<string> Tokens { get; } =
    [
        "\x81\xa6weight", "\xa6weight", "\xcb", "\xca", "\xcf", "\xd3", "\xdf\xff\xff\xff\xff", "\xdd\xff\xff\xff\xff", "\xdb\xff\xff\xff\xff",
        "\xc4\x03", "\xc6\x00\x00\x00\x01", "\xc0", "\x91\x91\x91", "\xc9\xff\xff\xff\xff",
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        MemberCapabilities capabilities = MemberCapabilities.FromEncoded(input);
        bool hasWeight = capabilities.TryGetWeight(out double weight);
        Check.That(weight > 0 && double.IsFinite(weight) && (hasWeight || weight == 1), $"the weight is {weight}");
        if (hasWeight)
        {
            Check.That(MemberCapabilities.FromWeight(weight).TryGetWeight(out double again), "a weight that was written is not read");
            Check.Equal(weight, again, "a weight that was written");
        }

        bool isBytes = capabilities.TryGetBytes(out ReadOnlyMemory<byte> bytes);
        Check.That(isBytes || bytes.IsEmpty, "there are bytes where there are none");
        CheckName(input);
    }

    private static void CheckName(ReadOnlySpan<byte> bytes)
    {
        MemberId name = MemberId.FromBytes(bytes);
        bool isText = name.TryGetText(out string? text);
        Check.Equal(name.IsText, isText, "whether a name is text");
        Check.That(name.ToString().All(c => c != '\ufffd') || Encoding.UTF8.GetString(bytes).Contains('\ufffd', StringComparison.Ordinal), "a byte was replaced");
        if (text is not null)
        {
            Check.Equal(name, MemberId.FromText(text), "a name from its text");
        }
    }
}
