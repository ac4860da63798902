namespace RingPerf.Fuzz.Oracles;

/// <summary>UTF-16 to UTF-8, one code unit after the other, from the definition (RFC 3629, section 3).</summary>
internal static class ScalarText
{
    /// <summary>UTF-16 code units from bytes, the low byte first; an odd last byte is dropped.</summary>
    internal static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        char[] text = new char[bytes.Length / 2];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)(bytes[2 * i] | (bytes[(2 * i) + 1] << 8));
        }

        return new string(text);
    }

    /// <summary>Encodes a text.</summary>
    /// <returns>Null where it has a lone surrogate.</returns>
    internal static byte[]? Encode(ReadOnlySpan<char> text)
    {
        var utf8 = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int value = text[i];
            bool isHigh = value is >= 0xd800 and < 0xdc00;
            if (value is >= 0xd800 and < 0xe000)
            {
                if (!isHigh || i + 1 == text.Length || text[i + 1] is < (char)0xdc00 or >= (char)0xe000)
                {
                    return null;
                }

                value = 0x10000 + ((value - 0xd800) << 10) + (text[++i] - 0xdc00);
            }

            Append(utf8, value);
        }

        return [.. utf8];
    }

    private static void Append(List<byte> utf8, int value)
    {
        int followers = value switch { < 0x80 => 0, < 0x800 => 1, < 0x10000 => 2, _ => 3 };
        int lead = followers switch { 0 => 0, 1 => 0xc0, 2 => 0xe0, _ => 0xf0 };
        utf8.Add((byte)(lead | (value >> (6 * followers))));
        for (int i = followers - 1; i >= 0; i--)
        {
            utf8.Add((byte)(0x80 | ((value >> (6 * i)) & 0x3f)));
        }
    }
}
