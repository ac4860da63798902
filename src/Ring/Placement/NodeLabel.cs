using System.Globalization;
using System.Text;
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
    internal static string Text(string node, LabelFormat format, int replica)
    {
        byte[] prefix = Prefix(node, format, nameof(node));
        return string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(prefix)}{replica}");
    }
}
