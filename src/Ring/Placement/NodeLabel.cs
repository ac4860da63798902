using System.Globalization;
using System.Text;
using RingPerf.Hashing.Ketama;
using RingPerf.Keys;

namespace RingPerf.Placement;

/// <summary>The labels of a node, <c>&lt;node&gt;-&lt;replica&gt;</c>, as the bytes that are hashed.</summary>
internal static class NodeLabel
{
    /// <summary>The label up to the replica number, dash included.</summary>
    /// <exception cref="ArgumentException">The name has a lone surrogate.</exception>
    internal static byte[] Prefix(string node, LabelFormat format, string parameter)
    {
        byte[] utf8 = StrictUtf8.NodeBytes(node, parameter);
        if (format == LabelFormat.PythonBytes)
        {
            utf8 = Encoding.ASCII.GetBytes(PythonBytesRepr.Of(utf8));
        }

        return [.. utf8, (byte)'-'];
    }

    /// <summary>A whole label as text.</summary>
    internal static string Text(string node, HashRingOptions options, int replica)
    {
        if (options.Profile == RingProfile.Tooz)
        {
            return string.Concat(Enumerable.Repeat(node, replica + 2));
        }

        byte[] prefix = Prefix(node, options.Labels, nameof(node));
        int label = options.Profile == RingProfile.Aodh ? replica : replica / KetamaPoints.PerLabel;
        return string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(prefix)}{label}");
    }

    /// <summary>What a profile's hash makes all labels of a node from.</summary>
    internal static byte[] Stem(string node, HashRingOptions options, string parameter) =>
        options.Profile == RingProfile.Tooz ? StrictUtf8.NodeBytes(node, parameter) : Prefix(node, options.Labels, parameter);
}
