using System.Globalization;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>redis-cli, a client that is not ours.</summary>
public static class RedisCli
{
    /// <summary>Runs one command.</summary>
    /// <returns>What it prints, raw; an error of the server or of the connection too.</returns>
    public static async Task<string> RunAsync(int port, params string[] command)
    {
        var output = new List<string>();
        await using ChildProcess process = ChildProcess.Start(
            Programs.Find("redis-cli")!, ["-p", port.ToString(CultureInfo.InvariantCulture), "--raw", .. command], output.Add);
        process.Input.Close();
        await process.WaitForExitAsync();
        return string.Join('\n', output);
    }
}
