using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RingPerf.Coordination.Soak.Reports;

/// <summary>A JSON file of what was measured, with the command, the time and the machine.</summary>
internal static class RunFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(string path, string command, IEnumerable<object> runs)
    {
        var document = new
        {
            command,
            at = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            runtime = RuntimeInformation.FrameworkDescription,
            processors = Environment.ProcessorCount,
            runs,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(document, Readable) + "\n");
    }
}
