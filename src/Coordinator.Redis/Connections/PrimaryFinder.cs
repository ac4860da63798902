using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>Finds the server to write to: the one that the URL names, or the primary that sentinels name.</summary>
internal static class PrimaryFinder
{
    /// <summary>Asks the sentinels in order, the first that knows the primary deciding; blocks.</summary>
    /// <exception cref="CoordinationConnectionException">No sentinel answers and knows it.</exception>
    internal static RedisAddress Find(RedisSettings settings)
    {
        if (settings.Sentinels.Count == 0)
        {
            return settings.Server;
        }

        // All of them must have had their turn within one connect.
        TimeSpan turn = settings.ConnectTimeout / settings.Sentinels.Count;
        var failures = new StringBuilder();
        foreach (RedisAddress sentinel in settings.Sentinels)
        {
            try
            {
                if (Ask(sentinel, settings, turn) is { } primary)
                {
                    return primary;
                }

                failures.Append(CultureInfo.InvariantCulture, $" {sentinel} does not know it.");
            }
            catch (Exception e) when (RedisFailure.Is(e))
            {
                string text = RedisFailure.Map(e, "Asking a sentinel", sentinel.ToString(), settings).Message;
                failures.Append(CultureInfo.InvariantCulture, $" {text}");
            }
        }

        throw new CoordinationConnectionException($"No sentinel names the primary '{settings.PrimaryName}'.{failures}");
    }

    private static RedisAddress? Ask(RedisAddress sentinel, RedisSettings settings, TimeSpan timeout)
    {
        using RespConnection connection = RespConnection.Open(
            sentinel, settings.SentinelCredentials, settings.SentinelTls, timeout, timeout);
        byte[][]? answer = connection.Ask(
            [.. "SENTINEL"u8], [.. "get-master-addr-by-name"u8], Encoding.UTF8.GetBytes(settings.PrimaryName));
        return answer is [var host, var port]
            ? RedisAddress.Tcp(Encoding.UTF8.GetString(host), int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }
}
