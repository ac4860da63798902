using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RingPerf.Analysis.Inputs;

/// <summary>The installed Python original, asked for its points and owners through a child process.</summary>
internal sealed class PythonOriginal : IDisposable
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3"];

    private readonly Process _process;

    private PythonOriginal(Process process, string version, IReadOnlyList<(uint Position, int Node)> points)
    {
        _process = process;
        Version = version;
        Points = points;
    }

    /// <summary>Versions of aodh and of Python.</summary>
    internal string Version { get; }

    /// <summary>Its points by ascending position, each with its node's place among the distinct nodes.</summary>
    internal IReadOnlyList<(uint Position, int Node)> Points { get; }

    /// <summary>Starts the original on a ring, under the named interpreter or the first of the usual ones that can import aodh.</summary>
    /// <exception cref="BadInputException">The name is empty.</exception>
    /// <exception cref="FailedRunException">There is no original, or it gives something else than a ring.</exception>
    internal static PythonOriginal Open(string? named, RingInput input)
    {
        if (named is "")
        {
            throw new BadInputException("--python is empty; it must name an interpreter");
        }

        string[] candidates = named is null ? Candidates : [named];
        string reason = "";
        foreach (string candidate in candidates)
        {
            try
            {
                Process process = Start(candidate);
                if (Ask(process, candidate, input) is { } original)
                {
                    return original;
                }

                reason = process.StandardError.ReadToEnd().Trim().Split('\n')[^1];
                Stop(process);
            }
            catch (Win32Exception e)
            {
                reason = e.Message;
            }
        }

        string why = reason.Length > 0 ? $" ({reason})" : "";
        throw new FailedRunException(
            $"the Python original was not found: {string.Join(" and ", candidates)} cannot import aodh.coordination{why}; install python3-aodh, or name an interpreter with --python");
    }

    /// <summary>Asks for the ring; null where the process ends without a word, as it does without aodh.</summary>
    private static PythonOriginal? Ask(Process process, string interpreter, RingInput input)
    {
        try
        {
            string labels = OptionText.NameOf(OptionText.Labels, input.Options.Labels);
            process.StandardInput.Write($$"""{"labels": "{{labels}}", "replicas": {{input.Options.Replicas}}, "nodes": [""");
            process.StandardInput.Write(string.Join(", ", input.Names.Select(node => $"\"{JsonEncodedText.Encode(node)}\"")));
            process.StandardInput.Write("]}\n");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended before it read everything; what it said is read below.
        }

        if (process.StandardOutput.ReadLine() is not { } header)
        {
            return null;
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            using JsonDocument ring = JsonDocument.Parse(header);
            (uint Position, int Node)[] points =
            [
                .. ring.RootElement.GetProperty("points").EnumerateArray().Select(point => (point[0].GetUInt32(), point[1].GetInt32())),
            ];
            return new PythonOriginal(process, ring.RootElement.GetProperty("original").GetString()!, points);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or IndexOutOfRangeException or InvalidOperationException or FormatException)
        {
            Stop(process);
            throw new FailedRunException(
                $"{interpreter} answers \"{PrintableText.Shortened(header, 40)}\"; it must give the ring of the Python original");
        }
    }

    /// <summary>Sends every key; to run beside the reader, since pipes hold little.</summary>
    internal void SendKeys(KeySource keys)
    {
        using Stream input = _process.StandardInput.BaseStream;
        using var buffered = new BufferedStream(input, 1 << 16);
        using IKeyBatches batches = keys.Open();
        while (batches.MoveNext())
        {
            for (int i = 0; i + 1 < batches.Offsets.Length; i++)
            {
                ReadOnlySpan<byte> key = batches.Utf8[batches.Offsets[i]..batches.Offsets[i + 1]];
                buffered.Write(Encoding.ASCII.GetBytes($"{key.Length}\n"));
                buffered.Write(key);
            }
        }
    }

    /// <summary>The node of the next key, as a place among the distinct nodes.</summary>
    /// <exception cref="FailedRunException">The original has ended, or answers with something else.</exception>
    internal int ReadOwner()
    {
        string line = _process.StandardOutput.ReadLine()
            ?? throw new FailedRunException("the Python original ended before it answered every key");
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? place
            : throw new FailedRunException($"the Python original answered \"{PrintableText.Shortened(line, 40)}\" for a key; it must be the number of a node");
    }

    public void Dispose() => Stop(_process);

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Start(string interpreter)
    {
        using Stream resource = typeof(PythonOriginal).Assembly.GetManifestResourceStream("verify.py")!;
        using var script = new StreamReader(resource);
        var start = new ProcessStartInfo(interpreter)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string argument in (string[])["-W", "ignore", "-c", script.ReadToEnd()])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
