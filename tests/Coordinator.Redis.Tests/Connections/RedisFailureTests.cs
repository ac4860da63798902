using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests.Connections;

/// <summary>What each error of a client becomes.</summary>
public sealed class RedisFailureTests
{
    private static readonly RedisSettings Settings = RedisUrl.Read(BackendUrl.Parse(
        "redis://:s3cret@h:1?timeout=2&sentinel=m&sentinel_password=eye"));

    public static TheoryData<Exception, string> Unreachable => new()
    {
        { new RedisConnectionException(ConnectionFailureType.UnableToConnect, CommandFlags.None, "text", null, CommandStatus.Unknown), "UnableToConnect, text" },
        {
            new RedisConnectionException(ConnectionFailureType.SocketClosed, CommandFlags.None, "text", new IOException("inner"), CommandStatus.Sent),
            "SocketClosed, inner"
        },
        { new RedisCommandException("no such command\nand counters"), "no such command" },
        { new SocketException((int)SocketError.ConnectionRefused), new SocketException((int)SocketError.ConnectionRefused).Message },
        { new EndOfStreamException("closed"), "closed" },
        { new IOException("broken", new SocketException((int)SocketError.ConnectionReset)), "broken" },
        { new AuthenticationException("untrusted"), "untrusted" },
        { new ObjectDisposedException("socket"), "Cannot access a disposed object." },
        { new RespErrorException("LOADING Redis is loading"), "LOADING Redis is loading" },
        { new RedisServerException(RedisErrorKind.ReadOnly, CommandFlags.None, "READONLY You can't write"), "READONLY You can't write" },
        { new RespErrorException("MASTERDOWN Link with MASTER is down"), "MASTERDOWN" },
        { new RespErrorException("NOREPLICAS Not enough good replicas"), "NOREPLICAS" },
        { new RespErrorException("NOAUTH Authentication required."), "NOAUTH" },
        { new RespErrorException("WRONGPASS invalid username-password pair"), "WRONGPASS" },
        { new RespErrorException("NOPERM No permissions"), "NOPERM" },
        { new RespErrorException("CLUSTERDOWN Hash slot not served"), "CLUSTERDOWN" },
        { new RespErrorException("TRYAGAIN Multiple keys request"), "TRYAGAIN" },
    };

    public static TheoryData<Exception> Late => new()
    {
        new RedisTimeoutException(CommandFlags.None, "late", CommandStatus.Sent),
        new TimeoutException("late"),
        new IOException("late", new SocketException((int)SocketError.WouldBlock)),
        new IOException("late", new SocketException((int)SocketError.TimedOut)),
    };

    [Theory]
    [MemberData(nameof(Unreachable))]
    public void Map_ServerOutOfReach_IsOfTheConnection(Exception error, string reason)
    {
        Assert.True(RedisFailure.Is(error));
        Assert.True(RedisFailure.IsOfConnection(error));

        var mapped = Assert.IsType<CoordinationConnectionException>(RedisFailure.Map(error, "Join", "h:1", Settings));

        Assert.StartsWith($"Join: Redis at h:1 cannot be reached or does not serve: {reason}", mapped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mapped.Message);
        Assert.Same(error, mapped.InnerException);
    }

    [Theory]
    [MemberData(nameof(Late))]
    public void Map_NoAnswerInTime_IsATimeout(Exception error)
    {
        Assert.True(RedisFailure.Is(error));

        var mapped = Assert.IsType<CoordinationTimeoutException>(RedisFailure.Map(error, "Join", "h:1", Settings));

        Assert.Equal(("Join", Settings.RequestTimeout), (mapped.Operation, mapped.Timeout));
        Assert.Same(error, mapped.InnerException);
    }

    [Fact]
    public void Map_ServerRefuses_IsNoneOfThese()
    {
        Exception[] errors =
            [new RespErrorException("ERR no"), new RedisServerException(RedisErrorKind.UnknownError, CommandFlags.None, "ERR no")];
        foreach (Exception error in errors)
        {
            Assert.True(RedisFailure.Is(error));
            Assert.False(RedisFailure.IsOfConnection(error));
            CoordinationException mapped = Assert.IsType<CoordinationException>(RedisFailure.Map(error, "Join", "h:1", Settings));
            Assert.Equal("Join: Redis at h:1 refused: ERR no", mapped.Message);
            Assert.Same(error, mapped.InnerException);
        }
    }

    [Theory]
    [InlineData("s3cret")]
    [InlineData("eye")]
    public void Map_ErrorQuotesASecret_IsNotShown(string secret)
    {
        var error = new RespErrorException($"ERR unknown command 'AUTH', with args beginning with: '{secret}'");

        CoordinationException mapped = RedisFailure.Map(error, "Join", "h:1", Settings);

        Assert.Equal("Join: Redis at h:1 refused: the error has a secret in it and is not shown", mapped.Message);
        Assert.Null(mapped.InnerException);
    }

    [Fact]
    public void Is_ErrorOfAnother_IsFalse() => Assert.False(RedisFailure.Is(new InvalidOperationException()));
}
