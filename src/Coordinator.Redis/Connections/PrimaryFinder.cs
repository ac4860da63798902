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
        return ReadAddress(connection.Ask(
            [.. "SENTINEL"u8], [.. "get-master-addr-by-name"u8], Encoding.UTF8.GetBytes(settings.PrimaryName)));
    }

    /// <summary>The address that a sentinel answers with; null where it does not know the primary.</summary>
    /// <exception cref="IOException">The answer has no port.</exception>
    internal static RedisAddress? ReadAddress(byte[][]? answer)
    {
        if (answer is not [var host, var portText])
        {
            return null;
        }

        bool valid = int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= ushort.MaxValue;
        return valid && host.Length > 0
            ? RedisAddress.Tcp(Encoding.UTF8.GetString(host), port)
            : throw new IOException("The sentinel's answer is no host with a port from 1 to 65535.");
    }
}
