using System.Text;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>A text file, one entry a line. Only LF ends a line: CR, BOM and all else are data.</summary>
internal static class LineFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every line; a last LF ends the last line and starts none.</summary>
    /// <exception cref="UsageException">The file cannot be read or a line is not UTF-8.</exception>
    internal static string[] Read(string path)
    {
        ReadOnlySpan<byte> rest = ReadBytes(path);
        var lines = new List<string>();
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            lines.Add(Decode(end < 0 ? rest : rest[..end], path, lines.Count + 1));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return [.. lines];
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static string Decode(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"{path}:{number}: not UTF-8 at byte {e.Index} of the line");
        }
    }
}
