using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Fuzz.Oracles;

/// <summary>A ring as it is defined: a sorted map from position to node, walked point by point.</summary>
internal sealed class ScalarRing
{
    private readonly SortedDictionary<uint, string> _points = [];

    /// <summary>Places nodes in order; of a position that two share, the node that stands last gets it.</summary>
    internal ScalarRing(IReadOnlyList<string> nodes, int replicas, LabelFormat labels, HashFunction hash)
    {
        foreach (string node in nodes.Distinct().OrderBy(node => nodes.ToList().LastIndexOf(node)))
        {
            byte[] utf8 = ScalarText.Encode(node)!;
            for (int replica = 0; replica < replicas; replica++)
            {
                byte[] prefix = labels == LabelFormat.Plain ? utf8 : Repr(utf8);
                _points[Position(hash, [.. prefix, (byte)'-', .. Encoding.ASCII.GetBytes(replica.ToString(CultureInfo.InvariantCulture))])] = node;
            }
        }
    }

    internal IReadOnlyCollection<KeyValuePair<uint, string>> Points => _points;

    /// <summary>The place of a text on the circle, by the platform's hashes.</summary>
    internal static uint Position(HashFunction hash, byte[] utf8) => hash switch
    {
        HashFunction.XxHash3 => (uint)(XxHash3.HashToUInt64(utf8) >> 32),
        HashFunction.XxHash64 => (uint)(XxHash64.HashToUInt64(utf8) >> 32),
        HashFunction.XxHash32 => XxHash32.HashToUInt32(utf8),
        HashFunction.Crc32 => Crc32.HashToUInt32(utf8),
        _ => BinaryPrimitives.ReadUInt32BigEndian(CryptographicOperations.HashData(HashAlgorithmName.MD5, utf8)),
    };

    /// <summary>The first of a ring's points above a position, round the circle.</summary>
    internal static int OwnerAt(HashRing ring, uint position)
    {
        for (int point = 0; point < ring.PointCount; point++)
        {
            if (ring.Positions[point] > position)
            {
                return ring.Owners[point];
            }
        }

        return ring.PointCount == 0 ? -1 : ring.Owners[0];
    }

    // Python's repr of bytes, from the language reference.
    private static byte[] Repr(byte[] bytes)
    {
        char quote = Array.IndexOf(bytes, (byte)'\'') >= 0 && Array.IndexOf(bytes, (byte)'"') < 0 ? '"' : '\'';
        var text = new StringBuilder().Append('b').Append(quote);
        foreach (byte value in bytes)
        {
            text.Append((char)value switch
            {
                '\t' => "\\t",
                '\n' => "\\n",
                '\r' => "\\r",
                '\\' => "\\\\",
                char c when c == quote => $"\\{c}",
                char c when c is >= ' ' and <= '~' => $"{c}",
                char c => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
            });
        }

        return Encoding.ASCII.GetBytes(text.Append(quote).ToString());
    }
}
