using System.Text;

namespace RingPerf.Coordination.Redis.Tests.Resp;

/// <summary>Answers as they come over a connection, right and wrong.</summary>
public sealed class RespReaderTests
{
    [Theory]
    [InlineData("+OK\r\n", "OK")]
    [InlineData(":12\r\n", "12")]
    [InlineData("$5\r\na\r\nbc\r\n", "a\r\nbc")]
    [InlineData("$0\r\n\r\n", "")]
    [InlineData("*2\r\n$9\r\n127.0.0.1\r\n:6379\r\n", "127.0.0.1", "6379")]
    [InlineData("*2\r\n$-1\r\n+b\r\n", "", "b")]
    [InlineData("*0\r\n")]
    public void Read_Answer_HasItsElements(string answer, params string[] elements) =>
        Assert.Equal(elements, Reader(answer).Read()!.Select(Encoding.UTF8.GetString));

    [Theory]
    [InlineData("$-1\r\n")]
    [InlineData("*-1\r\n")]
    public void Read_Nil_IsNull(string answer) => Assert.Null(Reader(answer).Read());

    [Fact]
    public void Read_Error_Throws() =>
        Assert.Equal("ERR no", Assert.Throws<RespErrorException>(() => Reader("-ERR no\r\n").Read()).Message);

    [Theory]
    [InlineData("*1\r\n*0\r\n")]
    [InlineData("*2\r\n+a\r\n*1\r\n+b\r\n")]
    [InlineData("HTTP/1.1 400\r\n")]
    [InlineData("\r\n")]
    [InlineData("$65537\r\n")]
    [InlineData("*x\r\n")]
    public void Read_WhatNoRedisAnswers_IsNoRedis(string answer) =>
        Assert.Contains("no Redis", Assert.Throws<IOException>(() => Reader(answer).Read()).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_LineWithoutEnd_IsNoRedis() =>
        Assert.Throws<IOException>(() => Reader("+" + new string('x', 100_000)).Read());

    [Fact]
    public void Read_ArraysInArraysWithoutEnd_IsNoRedis()
    {
        string answer = string.Concat(Enumerable.Repeat("*1\r\n", 1_000_000));

        Assert.Throws<IOException>(() => Reader(answer).Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("+OK\r")]
    [InlineData("$5\r\nab")]
    [InlineData("*2\r\n+a\r\n")]
    public void Read_EndBeforeTheAnswerIsComplete_Throws(string answer) =>
        Assert.Throws<EndOfStreamException>(() => Reader(answer).Read());

    [Fact]
    public void Read_OneAnswerBehindTheOther_ReadsEach()
    {
        RespReader reader = Reader("+a\r\n*-1\r\n-ERR\r\n:3\r\n");

        Assert.Equal("a", Encoding.UTF8.GetString(Assert.Single(reader.Read()!)));
        Assert.Null(reader.Read());
        Assert.Throws<RespErrorException>(reader.Read);
        Assert.Equal("3", Encoding.UTF8.GetString(Assert.Single(reader.Read()!)));
    }

    private static RespReader Reader(string answer) => new(new MemoryStream(Encoding.UTF8.GetBytes(answer)));
}
