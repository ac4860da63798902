using System.Text;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>The items: UTF-8, one a line. Only LF ends a line; an empty line is the empty item.</summary>
internal static class ItemFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string[] Read(string option, string path)
    {
        try
        {
            string text = StrictUtf8.GetString(File.ReadAllBytes(path));
            string[] lines = text.Split('\n');
            return lines[^1].Length == 0 ? lines[..^1] : lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{option} is \"{path}\"; it cannot be read: {e.Message}");
        }
        catch (DecoderFallbackException e)
        {
            throw new BadInputException($"{option} is \"{path}\"; it is not UTF-8 at byte {e.Index}");
        }
    }
}
