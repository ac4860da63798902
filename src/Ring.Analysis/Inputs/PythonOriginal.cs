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

    /// <summary>The first interpreter that can import aodh: the named one, or the usual ones.</summary>
    /// <exception cref="FailedRunException">There is none.</exception>
    internal static string FindInterpreter(string? named)
    {
        string[] candidates = named is null ? Candidates : [named];
        string reason = "";
        foreach (string candidate in candidates)
        {
            try
            {
                using Process probe = Start(candidate, "--probe");
                probe.StandardInput.Close();
                reason = probe.StandardError.ReadToEnd();
                probe.WaitForExit();
                if (probe.ExitCode == 0)
                {
                    return candidate;
                }
            }
            catch (Win32Exception e)
            {
                reason = e.Message;
            }
        }

        string last = reason.Trim().Split('\n')[^1];
        string why = last.Length > 0 ? $" ({last})" : "";
        throw new FailedRunException(
            $"the Python original was not found: {string.Join(" and ", candidates)} cannot import aodh.coordination{why}; install python3-aodh, or name an interpreter with --python");
    }

    /// <summary>Starts the original on a ring.</summary>
    /// <exception cref="FailedRunException">The interpreter does not give a ring.</exception>
    internal static PythonOriginal Open(string interpreter, RingInput input)
    {
        Process process = Start(interpreter);
        try
        {
            return Open(process, input);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or IndexOutOfRangeException
            or InvalidOperationException or FormatException)
        {
            Stop(process);
            throw new FailedRunException($"{interpreter} did not give the ring of the Python original: {e.Message}");
        }
    }

    private static PythonOriginal Open(Process process, RingInput input)
    {
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string labels = OptionText.NameOf(OptionText.Labels, input.Options.Labels);
        process.StandardInput.Write($$"""{"labels": "{{labels}}", "replicas": {{input.Options.Replicas}}, "nodes": [""");
        process.StandardInput.Write(string.Join(", ", input.Nodes.Select(node => $"\"{JsonEncodedText.Encode(node)}\"")));
        process.StandardInput.Write("]}\n");
        process.StandardInput.Flush();
        string header = process.StandardOutput.ReadLine() ?? throw new IOException("it ended without a line of output");
        using JsonDocument ring = JsonDocument.Parse(header);
        (uint Position, int Node)[] points =
        [
            .. ring.RootElement.GetProperty("points").EnumerateArray().Select(point => (point[0].GetUInt32(), point[1].GetInt32())),
        ];
        return new PythonOriginal(process, ring.RootElement.GetProperty("original").GetString()!, points);
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

    private static Process Start(string interpreter, params string[] arguments)
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
        foreach (string argument in (string[])["-W", "ignore", "-c", script.ReadToEnd(), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
