namespace RingPerf.Coordination.Redis;

/// <summary>Every operation as one script, so that it is atomic and a connection can be shared.</summary>
/// <remarks>Where a script refuses, it answers one of the negative numbers below.</remarks>
internal static class ToozScripts
{
    internal const int NoGroup = -1;
    internal const int NoMember = -2;
    internal const int MemberThere = -3;
    internal const int GroupThere = -4;
    internal const int NotEmpty = -5;

    /// <summary>Groups and group; group id.</summary>
    internal const string Create = """
        if redis.call('exists', KEYS[2]) == 1 then return -4 end
        redis.call('sadd', KEYS[1], ARGV[1])
        redis.call('hset', KEYS[2], '__created__', '1')
        return 0
        """;

    /// <summary>Groups and group; group id.</summary>
    internal const string Delete = """
        if redis.call('exists', KEYS[2]) == 0 or redis.call('sismember', KEYS[1], ARGV[1]) == 0 then return -1 end
        if redis.call('hlen', KEYS[2]) > 1 then return -5 end
        redis.call('srem', KEYS[1], ARGV[1])
        redis.call('del', KEYS[2])
        return 0
        """;

    /// <summary>Group and beat; member, capabilities, milliseconds, beat value.</summary>
    /// <remarks>It beats as well: a member whose beat has lapsed would be purged by the next reader. The value of a member that is
    /// there stays, where tooz replaces it before it refuses.</remarks>
    internal const string Join = """
        if redis.call('exists', KEYS[1]) == 0 then return -1 end
        redis.call('psetex', KEYS[2], ARGV[3], ARGV[4])
        if redis.call('hsetnx', KEYS[1], ARGV[1], ARGV[2]) == 0 then return -3 end
        return 0
        """;

    /// <summary>Group; member.</summary>
    internal const string Leave = """
        if redis.call('exists', KEYS[1]) == 0 then return -1 end
        if redis.call('hdel', KEYS[1], ARGV[1]) == 0 then return -2 end
        return 0
        """;

    /// <summary>Group; self, prefix of beats, 1 to purge, 1 for the values. Answers the living members, their values where
    /// asked for, and those purged.</summary>
    /// <remarks>Beats are read by MGET, as tooz does: a beat that is empty or no string counts as none. A thousand at a time, since Lua's
    /// stack has room for 8,000 values.</remarks>
    internal const string Members = """
        if redis.call('exists', KEYS[1]) == 0 then return -1 end
        local members, beats = {}, {}
        for _, member in ipairs(redis.call('hkeys', KEYS[1])) do
            if member ~= '__created__' then
                members[#members + 1] = member
                beats[#beats + 1] = ARGV[2] .. member
            end
        end
        local alive, values, purged = {}, {}, {}
        for first = 1, #members, 1000 do
            local last = math.min(first + 999, #members)
            for i, beat in ipairs(redis.call('mget', unpack(beats, first, last))) do
                local member = members[first + i - 1]
                if member == ARGV[1] or (beat and beat ~= '') then
                    alive[#alive + 1] = member
                    if ARGV[4] == '1' then values[#values + 1] = redis.call('hget', KEYS[1], member) end
                elseif ARGV[3] == '1' then
                    redis.call('hdel', KEYS[1], member)
                    purged[#purged + 1] = member
                end
            end
        end
        return {alive, values, purged}
        """;

    /// <summary>Group; member. Answers the value.</summary>
    internal const string ReadCapabilities = """
        if redis.call('exists', KEYS[1]) == 0 then return -1 end
        local value = redis.call('hget', KEYS[1], ARGV[1])
        if not value then return -2 end
        return {value}
        """;

    /// <summary>Group; member, value.</summary>
    internal const string WriteCapabilities = """
        if redis.call('exists', KEYS[1]) == 0 then return -1 end
        if redis.call('hexists', KEYS[1], ARGV[1]) == 0 then return -2 end
        redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
        return 0
        """;
}
