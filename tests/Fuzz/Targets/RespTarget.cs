using RingPerf.Coordination.Redis;

namespace RingPerf.Fuzz.Targets;

/// <summary>Answers of a server that claims to be a Redis: elements, an error of the server, or a connection that is given up.</summary>
/// <remarks>The first byte chooses how many bytes arrive at a time.</remarks>
internal sealed class RespTarget : IFuzzTarget
{
    public string Name => "resp";

    public IReadOnlyList<string> Tokens { get; } = ["\r\n", "*2\r\n", "*1\r\n", "*0\r\n", "*-1\r\n", "$-1\r\n", "$3\r\nabc\r\n", "+OK\r\n", "-ERR x\r\n", ":1\r\n", "65536", "-2147483648"];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        var reader = new RespReader(new ChunkStream(input[1..].ToArray(), 1 + input[0]));
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = Check.Accepts<IOException>(() => Check.Accepts<RespErrorException>(() => CheckAnswer(reader.Read())));
        }
    }

    private static void CheckAnswer(byte[][]? answer)
    {
        Check.That(answer is null || Array.TrueForAll(answer, element => element is not null), "an element is null");
        RedisAddress? address = null;
        if (Check.Accepts<IOException>(() => address = PrimaryFinder.ReadAddress(answer)))
        {
            Check.That(address is null || address.Value.ToEndPoint() is not null, "the primary has no end point");
        }
    }
}
