using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace RingPerf;

/// <summary>Every error of the ring: each names the value and what is allowed.</summary>
internal static class Throw
{
    private const int QuotedLength = 48;

    [DoesNotReturn]
    internal static void LoneSurrogateInKey(ReadOnlySpan<char> key, int index, int element) =>
        throw LoneSurrogate(
            element < 0 ? "The key" : $"The key keys[{element}],", key, index, element < 0 ? "key" : "keys");

    [DoesNotReturn]
    internal static void LoneSurrogateInNode(string node, int index, string parameter) =>
        throw LoneSurrogate("The node", node, index, parameter);

    [DoesNotReturn]
    internal static void NullElement(string parameter, int index) =>
        throw new ArgumentNullException(parameter, $"{parameter}[{index}] is null; every element must be a string.");

    [DoesNotReturn]
    internal static void Replicas(int replicas) =>
        throw new ArgumentOutOfRangeException(nameof(replicas), replicas, $"Replicas is {replicas}; it must be at least 1.");

    [DoesNotReturn]
    internal static void TooManyPoints(int nodes, int replicas, double points, int most) =>
        throw new ArgumentOutOfRangeException(
            nameof(replicas), replicas, string.Create(
                CultureInfo.InvariantCulture, $"{nodes} nodes with {replicas} replicas have {points} points; a ring holds at most {most}."));

    [DoesNotReturn]
    internal static void TooManyWeightedPoints(int nodes, int replicas, double points, int most) =>
        throw new ArgumentOutOfRangeException(
            nameof(replicas), replicas, string.Create(
                CultureInfo.InvariantCulture,
                $"{nodes} nodes with {replicas} replicas by their weights have {points} points; a ring holds at most {most}."));

    [DoesNotReturn]
    internal static void Weight(string node, double weight, string allowed, string parameter) =>
        throw new ArgumentOutOfRangeException(parameter, weight, string.Create(
            CultureInfo.InvariantCulture, $"The weight of the node {Quote(node)} is {weight}; it must be {allowed}."));

    [DoesNotReturn]
    internal static void NotOfProfile<TEnum>(TEnum value, string option, RingProfile profile, TEnum allowed) where TEnum : struct, Enum =>
        throw new ArgumentOutOfRangeException(option, value, $"{option} is {value}; under the profile {profile} it must be {allowed}.");

    [DoesNotReturn]
    internal static void Undefined<TEnum>(TEnum value, string option) where TEnum : struct, Enum =>
        throw new ArgumentOutOfRangeException(
            option, value, $"{option} is {value}; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    [DoesNotReturn]
    internal static void NodePresent(string node) =>
        throw new ArgumentException($"The node {Quote(node)} is already in the ring.", nameof(node));

    [DoesNotReturn]
    internal static void NodeAbsent(string node) =>
        throw new ArgumentException($"The node {Quote(node)} is not in the ring.", nameof(node));

    [DoesNotReturn]
    internal static void NoOffsets() =>
        throw new ArgumentException("offsets is empty; n keys need n + 1 offsets.", "offsets");

    [DoesNotReturn]
    internal static void NegativeOffset(int offset) =>
        throw new ArgumentException($"offsets[0] is {offset}; it must be at least 0.", "offsets");

    [DoesNotReturn]
    internal static void DescendingOffset(int index, int previous, int offset) =>
        throw new ArgumentException(
            $"offsets[{index}] is {offset}; it must be at least offsets[{index - 1}], which is {previous}.", "offsets");

    [DoesNotReturn]
    internal static void OffsetPastEnd(int index, int offset, int length) =>
        throw new ArgumentException($"offsets[{index}] is {offset}; it must be at most utf8.Length, which is {length}.", "offsets");

    [DoesNotReturn]
    internal static void DestinationTooShort(string parameter, int length, long needed) =>
        throw new ArgumentException($"{parameter} has room for {length}; it must have at least {needed}.", parameter);

    [DoesNotReturn]
    internal static void DestinationOverlaps(string parameter, string source) =>
        throw new ArgumentException($"{parameter} overlaps {source}; it must lie elsewhere.", parameter);

    [DoesNotReturn]
    internal static void IndexOutOfRange(string parameter, int index, int count) =>
        throw new ArgumentOutOfRangeException(
            parameter, index, $"{parameter} is {index}; it must be from 0 to below {count}.");

    [DoesNotReturn]
    internal static void ElementOutOfRange(string parameter, int index, int element, int count) =>
        throw new ArgumentOutOfRangeException(
            parameter, element, $"{parameter}[{index}] is {element}; it must be from 0 to below {count}.");

    [DoesNotReturn]
    internal static void WrongLength(string parameter, int length, int needed) =>
        throw new ArgumentException($"{parameter} has {length} elements; it must have {needed}, one a node.", parameter);

    [DoesNotReturn]
    internal static void Negative(string parameter, long value) =>
        throw new ArgumentOutOfRangeException(parameter, value, $"{parameter} is {value}; it must be at least 0.");

    [DoesNotReturn]
    internal static void OtherHash(string parameter, HashRingOptions options, Type expected) =>
        throw new ArgumentException($"The ring's hash is {HashOf(options)}; it must be that of {expected.Name}.", parameter);

    [DoesNotReturn]
    internal static void ProfileOfTypes(RingProfile profile) =>
        throw new ArgumentException($"Profile is {profile}; a ring with its hash as a type argument has {RingProfile.Aodh}.", "options");

    [DoesNotReturn]
    internal static void TooManyNodes(string parameter, int nodes, Type search, int most) =>
        throw new ArgumentException($"{parameter} has {nodes} nodes; {search.Name} takes at most {most}.", parameter);

    [DoesNotReturn]
    internal static void OtherPositions(string parameter, string ring, HashRingOptions options, HashRingOptions expected) =>
        throw new ArgumentException(
            $"{ring} has the hash {HashOf(options)}; it must have {HashOf(expected)}, or keys have no position in common.", parameter);

    [DoesNotReturn]
    internal static void NoRing(string parameter) =>
        throw new InvalidOperationException($"{parameter} gave null; it must give a ring.");

    [DoesNotReturn]
    internal static void Factor(double factor) =>
        throw new ArgumentOutOfRangeException(nameof(factor), factor, string.Create(
            CultureInfo.InvariantCulture, $"factor is {factor}; it must be at least 1, and finite."));

    [DoesNotReturn]
    internal static void NegativeElement(string parameter, int index, int element) =>
        throw new ArgumentOutOfRangeException(parameter, element, $"{parameter}[{index}] is {element}; it must be at least 0.");

    [DoesNotReturn]
    internal static void WeightOutOfRange(string parameter, int index, double weight) =>
        throw new ArgumentOutOfRangeException(parameter, weight, string.Create(
            CultureInfo.InvariantCulture, $"{parameter}[{index}] is {weight}; it must be above 0, and finite."));

    [DoesNotReturn]
    internal static void WeightSum(string parameter, double sum) =>
        throw new ArgumentOutOfRangeException(parameter, sum, string.Create(
            CultureInfo.InvariantCulture, $"The sum of {parameter} is {sum}; it must be finite."));

    [DoesNotReturn]
    internal static void NoLoad(int node) => throw new InvalidOperationException($"The node {node} has no load to release.");

    private static string HashOf(HashRingOptions options) =>
        options.Profile == RingProfile.Aodh ? options.Hash.ToString() : $"{options.Hash} of {options.Profile}";

    private static ArgumentException LoneSurrogate(string what, ReadOnlySpan<char> text, int index, string parameter) =>
        new($"{what} {Quote(text)} has the lone surrogate U+{(int)text[index]:X4} at index {index}; text must be valid UTF-16.", parameter);

    /// <summary>Printable text in quotes, cut to a length that fits a line; controls and lone surrogates as \uXXXX.</summary>
    internal static string Quote(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("\"");
        ReadOnlySpan<char> head = text.Length > QuotedLength ? text[..QuotedLength] : text;
        for (int i = 0; i < head.Length; i++)
        {
            if (i + 1 < head.Length && char.IsSurrogatePair(head[i], head[i + 1]))
            {
                quoted.Append(head[i]).Append(head[++i]);
            }
            else if (char.IsControl(head[i]) || char.IsSurrogate(head[i]))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)head[i]:X4}");
            }
            else
            {
                quoted.Append(head[i]);
            }
        }

        return quoted.Append(text.Length > QuotedLength ? "…\"" : "\"").ToString();
    }
}
