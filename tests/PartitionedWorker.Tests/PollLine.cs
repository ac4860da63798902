using System.Globalization;
using System.Text.Json;

namespace RingPerf.Samples.PartitionedWorker.Tests;

/// <summary>One line that the worker printed.</summary>
internal sealed record PollLine(DateTimeOffset At, string Id, string State, string[] Members, string[] Mine)
{
    internal static PollLine Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal(["at", "id", "state", "members", "mine"], json.RootElement.EnumerateObject().Select(property => property.Name));
        return new PollLine(
            DateTimeOffset.Parse(Text(json, "at"), CultureInfo.InvariantCulture), Text(json, "id"), Text(json, "state"), Array(json, "members"),
            Array(json, "mine"));
    }

    private static string Text(JsonDocument json, string property) => json.RootElement.GetProperty(property).GetString()!;

    private static string[] Array(JsonDocument json, string property) =>
        [.. json.RootElement.GetProperty(property).EnumerateArray().Select(element => element.GetString()!)];
}
