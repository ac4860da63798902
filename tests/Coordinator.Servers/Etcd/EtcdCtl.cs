using System.Text;
using System.Text.Json;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>etcdctl, a client that is not ours.</summary>
public static class EtcdCtl
{
    /// <summary>Runs one command.</summary>
    /// <returns>What it prints.</returns>
    public static async Task<string> RunAsync(int port, params string[] command)
    {
        var output = new List<string>();
        await using ChildProcess process = ChildProcess.Start(
            Programs.Find("etcdctl")!, ["--endpoints", $"http://127.0.0.1:{port}", .. command], output.Add,
            new Dictionary<string, string> { ["ETCDCTL_API"] = "3" });
        process.Input.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? string.Join('\n', output)
            : throw new InvalidOperationException($"etcdctl {string.Join(' ', command)} failed: {process.Log}");
    }

    /// <summary>Every pair whose key has a prefix, by ascending key.</summary>
    public static async Task<IReadOnlyList<EtcdPair>> DumpAsync(int port, string prefix = "")
    {
        string[] from = prefix.Length == 0 ? ["", "--from-key"] : [prefix, "--prefix"];
        using var answer = JsonDocument.Parse(await RunAsync(port, ["get", .. from, "-w", "json"]));
        return answer.RootElement.TryGetProperty("kvs", out JsonElement pairs)
            ? [.. pairs.EnumerateArray().Select(Pair)]
            : [];
    }

    /// <summary>The time that a lease was granted for, in seconds, and what it has left; -1 where it is gone.</summary>
    public static async Task<(long Granted, long Left)> LeaseAsync(int port, long lease)
    {
        using var answer = JsonDocument.Parse(await RunAsync(port, "lease", "timetolive", lease.ToString("x"), "-w", "json"));
        JsonElement root = answer.RootElement;
        return (root.GetProperty("granted-ttl").GetInt64(), root.GetProperty("ttl").GetInt64());
    }

    /// <summary>Whether a node leads its cluster.</summary>
    public static async Task<bool> LeadsAsync(int port)
    {
        using var answer = JsonDocument.Parse(await RunAsync(port, "endpoint", "status", "-w", "json"));
        JsonElement status = answer.RootElement[0].GetProperty("Status");
        return status.GetProperty("leader").GetUInt64() == status.GetProperty("header").GetProperty("member_id").GetUInt64();
    }

    private static EtcdPair Pair(JsonElement pair) => new(
        Encoding.Latin1.GetString(pair.GetProperty("key").GetBytesFromBase64()),
        pair.TryGetProperty("value", out JsonElement value) ? Convert.ToHexString(value.GetBytesFromBase64()) : "",
        pair.TryGetProperty("lease", out JsonElement lease) ? lease.GetInt64() : 0);
}
