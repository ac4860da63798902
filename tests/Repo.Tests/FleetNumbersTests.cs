using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RingPerf.Repo.Tests;

/// <summary>The tables of docs/fleet.md are what machines wrote into docs/fleet.</summary>
public sealed class FleetNumbersTests
{
    private const string Document = "docs/fleet.md";
    private const int Large = 10_000;

    [Fact]
    public void Fleet_Takeovers_AreThoseOfTheSoak()
    {
        JsonElement soak = Read("soak.json");
        var table = new StringBuilder();
        Line(table, $"| after | Redis: median, longest, bound (s) | etcd: median, longest, bound (s) |");
        Line(table, $"|---|---:|---:|");
        JsonElement[] runs = [.. soak.GetProperty("runs").EnumerateArray()];
        Dictionary<string, JsonElement>[] takeovers =
        [
            .. runs.Select(run => run.GetProperty("takeovers").EnumerateArray().ToDictionary(row => row.GetProperty("after").GetString()!)),
        ];
        foreach (string after in takeovers.SelectMany(rows => rows.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Line(table, $"| {after} | {string.Join(" | ", takeovers.Select(rows => Cell(rows, after)))} |");
        }

        JsonElement run = runs[0];
        Line(table, $"\n{run.GetProperty("realAgents")} agents in processes of their own, half of them Python's, and {run.GetProperty("simulatedAgents")} in one; membership timeout {run.GetProperty("membershipTimeout")} s, poll {run.GetProperty("poll")} s, heartbeat {run.GetProperty("heartbeat")} s; {Sum(runs, "faults")} faults in {Sum(runs, "seconds")} s.");
        Line(table, $"Between faults the split was looked at {Sum(runs, "exactSamples")} times and always exact.");
        Line(table, $"{string.Join(", ", runs.Select(each => each.GetProperty("server").GetString()))}, {Origin(soak)}");

        GeneratedSection.Assert(Document, table.ToString(), "takeovers");
    }

    [Fact]
    public void Fleet_Sizes_AreThoseCounted()
    {
        JsonElement sizes = Read("sizes.json");
        var table = new StringBuilder();
        Line(table, $"| server | members | calls/s | kB/s in | kB/s out | processor |");
        Line(table, $"|---|---:|---:|---:|---:|---:|");
        JsonElement[] rows = [.. sizes.GetProperty("runs").EnumerateArray()];
        foreach (JsonElement row in rows)
        {
            Line(table, $"| {row.GetProperty("backend").GetString()} | {row.GetProperty("members")} | {row.GetProperty("callsPerSecond").GetDouble():0} | {Kilo(row, "bytesInPerSecond"):0.0} | {Kilo(row, "bytesOutPerSecond"):0.0} | {row.GetProperty("processorShare").GetDouble():0.0 %} |");
        }

        foreach (JsonElement largest in rows.GroupBy(row => row.GetProperty("backend").GetString()).Select(group => group.MaxBy(row => row.GetProperty("members").GetInt32())))
        {
            double factor = (double)Large / largest.GetProperty("members").GetInt32();
            Line(table, $"| {largest.GetProperty("backend").GetString()}, on paper | {Large} | {factor * largest.GetProperty("callsPerSecond").GetDouble():0} | {factor * Kilo(largest, "bytesInPerSecond"):0} | {factor * factor * Kilo(largest, "bytesOutPerSecond"):0} | |");
        }

        Line(table, $"\nPoll and heartbeat every {rows[0].GetProperty("interval")} s. On paper: calls and bytes in grow with the members, bytes out with their square. {Origin(sizes)}");

        GeneratedSection.Assert(Document, table.ToString(), "sizes");
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(Repository.Read($"docs/fleet/{file}")).RootElement;

    private static string Origin(JsonElement document) =>
        $"{document.GetProperty("runtime").GetString()}, {document.GetProperty("processors")} processors: `{document.GetProperty("command").GetString()}`";

    private static string Cell(Dictionary<string, JsonElement> rows, string after) => rows.TryGetValue(after, out JsonElement row)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{row.GetProperty("medianSeconds").GetDouble():0.0}, {row.GetProperty("maxSeconds").GetDouble():0.0}, {row.GetProperty("boundSeconds").GetDouble():0.0}")
        : "";

    private static double Sum(JsonElement[] runs, string name) => runs.Sum(run => run.GetProperty(name).GetDouble());

    private static double Kilo(JsonElement row, string name) => row.GetProperty(name).GetDouble() / 1000;

    private static void Line(StringBuilder table, FormattableString text) =>
        table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
