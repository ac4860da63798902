using System.Text;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis;

/// <summary>What a run reads and writes: bytes in, bytes out, lines of errors and progress.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, for answers only.</param>
/// <param name="Error">Standard error, for errors, warnings and progress.</param>
/// <param name="Width">Columns of the output's terminal; 80 where it is redirected.</param>
/// <param name="ErrorIsTerminal">Whether progress may move the cursor.</param>
/// <param name="CacheFolder">Where results that took long are kept for the next run; null keeps none.</param>
internal sealed record ToolStreams(
    Stream Input, Stream Output, TextWriter Error, int Width, bool ErrorIsTerminal, string? CacheFolder = null)
{
    private const int RedirectedWidth = 80;

    internal static ToolStreams OfConsole()
    {
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        int width = Console.IsOutputRedirected ? RedirectedWidth : Math.Max(RedirectedWidth, Console.WindowWidth);
        return new ToolStreams(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), error, width, !Console.IsErrorRedirected, ResultCache.UserFolder());
    }

    /// <summary>A buffered UTF-8 writer over the output, without a byte order mark; flushes and leaves the stream open on dispose.</summary>
    internal StreamWriter OpenText() => new(Output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
}
