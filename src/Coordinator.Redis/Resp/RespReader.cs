using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>Reads answers of RESP 2, by blocking reads.</summary>
internal sealed class RespReader(Stream stream)
{
    // Answers here are a status, or an address of a few bytes; anything longer is no answer of a Redis.
    private const int Longest = 64 * 1024;

    private readonly byte[] _buffer = new byte[512];
    private int _next;
    private int _end;

    /// <summary>Reads one answer.</summary>
    /// <returns>Its elements, one where it is no array; null for nil.</returns>
    /// <exception cref="RespErrorException">It is an error.</exception>
    /// <exception cref="IOException">The connection ended or does not speak RESP.</exception>
    internal byte[][]? Read()
    {
        string line = ReadLine();
        if (line.StartsWith('*'))
        {
            return ReadArray(ParseLength(line[1..]));
        }

        return ReadElement(line) is { } element ? [element] : null;
    }

    // None of the answers here is an array of arrays, so no depth of nesting takes the stack.
    private byte[]? ReadElement(string line)
    {
        string rest = line.Length > 0 ? line[1..] : "";
        return line.FirstOrDefault() switch
        {
            '+' or ':' => Encoding.UTF8.GetBytes(rest),
            '-' => throw new RespErrorException(rest),
            '$' => ReadBulk(ParseLength(rest)),
            _ => throw NoRedis(),
        };
    }

    private static IOException NoRedis() => new("The server does not answer in RESP, so it is no Redis.");

    private static int ParseLength(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int length) && length <= Longest
            ? length
            : throw NoRedis();

    private byte[][]? ReadArray(int length)
    {
        if (length < 0)
        {
            return null;
        }

        byte[][] elements = new byte[length][];
        for (int i = 0; i < length; i++)
        {
            elements[i] = ReadElement(ReadLine()) ?? [];
        }

        return elements;
    }

    private byte[]? ReadBulk(int length)
    {
        if (length < 0)
        {
            return null;
        }

        byte[] bytes = new byte[length + 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = ReadByte();
        }

        return bytes[..length];
    }

    private string ReadLine()
    {
        var line = new List<byte>();
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            line.Add(line.Count < Longest ? ReadByte() : throw NoRedis());
        }

        return Encoding.UTF8.GetString([.. line[..^2]]);
    }

    private byte ReadByte()
    {
        if (_next == _end)
        {
            _end = stream.Read(_buffer);
            _next = 0;
            if (_end == 0)
            {
                throw new EndOfStreamException("The server closed the connection.");
            }
        }

        return _buffer[_next++];
    }
}
