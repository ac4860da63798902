using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>Everything that a database holds, byte by byte.</summary>
internal static class Dump
{
    /// <summary>One line a key: key, type, content in hexadecimal, and whether it expires.</summary>
    internal static async Task<string> OfAsync(IConnectionMultiplexer connection, int database)
    {
        IDatabase store = connection.GetDatabase(database);
        IServer server = connection.GetServers()[0];
        var lines = new List<string>();
        await foreach (RedisKey key in server.KeysAsync(database))
        {
            RedisType type = await store.KeyTypeAsync(key);
            string content = type switch
            {
                RedisType.String => Hex(await store.StringGetAsync(key)),
                RedisType.Set => string.Join(' ', (await store.SetMembersAsync(key)).Select(Hex).Order(StringComparer.Ordinal)),
                RedisType.Hash => string.Join(
                    ' ', (await store.HashGetAllAsync(key)).Select(entry => $"{Hex(entry.Name)}={Hex(entry.Value)}")
                        .Order(StringComparer.Ordinal)),
                _ => "?",
            };
            string expires = await store.KeyTimeToLiveAsync(key) is null ? "" : " expires";
            lines.Add($"{Hex((byte[])key!)} {type} {content}{expires}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string Hex(RedisValue value) => Convert.ToHexString((byte[])value!);

    private static string Hex(byte[] value) => Convert.ToHexString(value);
}
