using System.Buffers.Binary;
using System.Text;

namespace RingPerf.Coordination;

/// <summary>Finds a number in a MessagePack map, whatever else the map holds.</summary>
/// <remarks>Source: the MessagePack specification, section "Formats".</remarks>
internal ref struct MessagePackMap
{
    private ReadOnlySpan<byte> _rest;

    private MessagePackMap(ReadOnlySpan<byte> encoded) => _rest = encoded;

    /// <summary>The value of a key.</summary>
    /// <param name="encoded">One MessagePack object.</param>
    /// <param name="key">The key, a text; of equal ones the last counts, as in Python.</param>
    /// <param name="number">The value; NaN where it is no number.</param>
    /// <returns>False where the object is no map, is cut off, or has no such key.</returns>
    internal static bool TryGetNumber(ReadOnlySpan<byte> encoded, string key, out double number)
    {
        number = double.NaN;
        var map = new MessagePackMap(encoded);
        bool found = false;
        try
        {
            for (long entries = map.Entries(); entries > 0; entries--)
            {
                bool isKey = map.Text() == key;
                double value = map.Number();
                if (isKey)
                {
                    (found, number) = (true, value);
                }
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // The object ends before it is complete.
            return false;
        }

        return found;
    }

    private long Entries() => Byte() switch
    {
        byte code when code is >= 0x80 and <= 0x8F => code & 0x0F,
        0xDE => Unsigned(2),
        0xDF => Unsigned(4),
        _ => 0,
    };

    /// <summary>The text that comes next, passing over any other object.</summary>
    private string? Text()
    {
        byte code = _rest[..1][0];
        long length = code switch
        {
            >= 0xA0 and <= 0xBF => Short(code & 0x1F),
            0xD9 => Long(1),
            0xDA => Long(2),
            0xDB => Long(4),
            _ => -1,
        };
        if (length < 0)
        {
            Skip();
            return null;
        }

        return Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>The number that comes next; NaN where it is another object, which is passed over.</summary>
    private double Number()
    {
        byte code = _rest[..1][0];
        switch (code)
        {
            case <= 0x7F:
                return Byte();
            case >= 0xE0:
                return (sbyte)Byte();
            case 0xCA:
                return BinaryPrimitives.ReadSingleBigEndian(After(4));
            case 0xCB:
                return BinaryPrimitives.ReadDoubleBigEndian(After(8));
            case >= 0xCC and <= 0xCF:
                return Long(1 << (code - 0xCC));
            case 0xD0:
                return (sbyte)After(1)[0];
            case 0xD1:
                return BinaryPrimitives.ReadInt16BigEndian(After(2));
            case 0xD2:
                return BinaryPrimitives.ReadInt32BigEndian(After(4));
            case 0xD3:
                return BinaryPrimitives.ReadInt64BigEndian(After(8));
            default:
                Skip();
                return double.NaN;
        }
    }

    // Objects that hold others are counted, not descended into, so that no depth of nesting takes the stack.
    private void Skip()
    {
        for (long objects = 1; objects > 0; objects--)
        {
            byte code = Byte();
            long bytes = code switch
            {
                >= 0xA0 and <= 0xBF => code & 0x1F,
                0xC4 or 0xD9 => Unsigned(1),
                0xC5 or 0xDA => Unsigned(2),
                0xC6 or 0xDB => Unsigned(4),
                0xC7 => Unsigned(1) + 1,
                0xC8 => Unsigned(2) + 1,
                0xC9 => Unsigned(4) + 1,
                0xCA => 4,
                0xCB => 8,
                >= 0xCC and <= 0xCF => 1 << (code - 0xCC),
                >= 0xD0 and <= 0xD3 => 1 << (code - 0xD0),
                >= 0xD4 and <= 0xD8 => 1 + (1 << (code - 0xD4)),
                _ => 0,
            };
            Take(bytes);
            objects += code switch
            {
                >= 0x80 and <= 0x8F => 2 * (code & 0x0F),
                >= 0x90 and <= 0x9F => code & 0x0F,
                0xDC => Unsigned(2),
                0xDD => Unsigned(4),
                0xDE => 2 * Unsigned(2),
                0xDF => 2 * Unsigned(4),
                _ => 0,
            };
        }
    }

    private long Short(int length)
    {
        Byte();
        return length;
    }

    private long Long(int bytes)
    {
        Byte();
        return Unsigned(bytes);
    }

    private ReadOnlySpan<byte> After(int bytes)
    {
        Byte();
        return Take(bytes);
    }

    private byte Byte() => Take(1)[0];

    private long Unsigned(int bytes)
    {
        ulong value = 0;
        foreach (byte part in Take(bytes))
        {
            value = (value << 8) | part;
        }

        return value > long.MaxValue ? long.MaxValue : (long)value;
    }

    private ReadOnlySpan<byte> Take(long bytes)
    {
        ReadOnlySpan<byte> taken = _rest[..(int)Math.Min(bytes, int.MaxValue)];
        _rest = _rest[taken.Length..];
        return taken;
    }
}
