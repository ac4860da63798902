using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Inputs;

public sealed class SeededUuidsTests
{
    // From SplitMix64 in Python integers, as uuid.UUID(int=high << 64 | low, version=4). The first words of seed 1234567 are
    // 6457827717110365317 and 3203168211198807973, as published with the reference code.
    [Theory]
    [InlineData(0, "e220a839-7b1d-4daf-ae78-9e6aa1b965f4", "06c45d18-8009-454f-b88b-b8a8724c81ec", "1b39896a-51a8-449b-93cb-9f0c747ea2ea")]
    [InlineData(1, "910a2dec-8902-4cc1-beeb-8da1658eec67", "f893a2ee-fb32-455e-b1c1-8690ee42c90b", "71bb54d8-d101-45b9-834d-0bff90150280")]
    [InlineData(1234567, "599ed017-fb08-4c85-ac73-f08458540fa5", "883ebce5-a3f2-4c77-bfbe-f740e9177b3f", "e3b83467-08cb-4ecd-ac4f-7dbc989944f6")]
    [InlineData(ulong.MaxValue, "e4d97177-1b65-4c20-a99f-f867dbf682c9", "382ff84c-b272-41e9-ad1d-b36ccba982d2", "b4a0472e-5780-49ae-931d-adbda438bb33")]
    public void Next_ASeed_GivesTheSameUuidsForEver(ulong seed, params string[] expected)
    {
        var uuids = new SeededUuids(seed);

        Assert.Equal(expected, expected.Select(_ => uuids.Next().ToString()));
    }

    [Fact]
    public void Keys_OfASeed_AreTheUuidsOfIt()
    {
        string text = ToolRun.Of("owners", "--nodes", "1", "--keys", "5000", "--seed", "1234567").Succeeded().Text;

        var uuids = new SeededUuids(1234567);
        Assert.Equal(string.Concat(Enumerable.Range(0, 5000).Select(_ => $"{uuids.Next()}\tnode-0\n")), text);
        Assert.StartsWith("599ed017-fb08-4c85-ac73-f08458540fa5\t", text, StringComparison.Ordinal);
    }
}
