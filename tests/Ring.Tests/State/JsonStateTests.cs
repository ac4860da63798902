using FsCheck.Xunit;

namespace RingPerf.Tests.State;

/// <summary>The state for people.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class JsonStateTests
{
    private const string Text = """
        {
          "format": "ringperf-ring",
          "version": 1,
          "options": {
            "profile": "aodh",
            "replicas": 100,
            "labels": "python-bytes",
            "hash": "md5",
            "search": "auto",
            "collisions": "last-wins"
          },
          "nodes": [
            {
              "name": "é漢"
            },
            {
              "name": "b",
              "weight": 2.5
            }
          ],
          "precedence": [
            "b",
            "é漢"
          ],
          "checksum": "CHECKSUM"
        }
        """;

    private static readonly HashRing Ring = new(
        [new RingNode("é漢", 7), new RingNode("b", 2.5), new RingNode("é漢")], new HashRingOptions { Labels = LabelFormat.PythonBytes });

    private static readonly string Golden = Text.Replace("CHECKSUM", $"{Ring.Checksum:x16}", StringComparison.Ordinal);

    [Fact]
    public void ToJson_Ring_IsTheTextOfTheDocs()
    {
        Assert.Equal(Golden, Ring.ToJson());
        RingAssert.Same(Ring, HashRing.FromJson(Golden));
    }

    [Fact]
    public void FromJson_WithoutChecksumAndWithMoreFields_IsRead()
    {
        string json = Golden.Replace("  \"checksum\"", "  \"comment\": [1], \"sum\"", StringComparison.Ordinal)
            .Replace("\"weight\"", "\"rack\": {}, \"weight\"", StringComparison.Ordinal);

        RingAssert.Same(Ring, HashRing.FromJson(json));
    }

    [Theory]
    [InlineData("ringperf-ring", "ring", "The format is \"ring\"; it must be \"ringperf-ring\".")]
    [InlineData("\"version\": 1", "\"version\": 2", "The version is 2; it must be 1.")]
    [InlineData("\"version\": 1", "\"version\": 1.5", "The version is 1.5; it must be a whole number of at most 2147483647.")]
    [InlineData("\"version\": 1", "\"v\": 1", "The version is missing; it must be a number.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 0", "The JSON of a ring is wrong: Replicas is 0; it must be at least 1.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 1e99", "The replicas is 1e99; it must be a whole number of at most 2147483647.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 2147483647", "The JSON of a ring is wrong: 2 nodes × 2147483647 replicas")]
    [InlineData("python-bytes", "PythonBytes", "The labels is \"PythonBytes\"; it must be one of plain, python-bytes.")]
    [InlineData("\"md5\"", "\"sha1\"", "The hash is \"sha1\"; it must be one of md5, md5-platform, xxhash3, xxhash64, xxhash32, crc32.")]
    [InlineData("\"md5\"", "5", "The hash is Number; it must be a string.")]
    [InlineData("\"auto\"", "\"x\"", "The search is \"x\"; it must be one of auto, linear, binary, branchless, eytzinger, interpolation, bucket, line.")]
    [InlineData("last-wins", "first", "The collisions is \"first\"; it must be one of last-wins, canonical.")]
    [InlineData("last-wins", "canonical", "The precedence is present; it must be absent where collisions is \"canonical\".")]
    [InlineData("\"name\": \"b\"", "\"name\": \"é漢\"", "The nodes[1].name is \"é漢\"; it must be unlike those before it.")]
    [InlineData("\"name\": \"b\"", "\"name\": null", "The name is Null; it must be a string.")]
    [InlineData("\"name\": \"b\"", "\"name\": \"\\ud800\"", "The JSON of a ring is wrong: ")]
    [InlineData("\"weight\": 2.5", "\"weight\": 0", "The nodes[1].weight is 0; it must be finite and above 0.")]
    [InlineData("\"weight\": 2.5", "\"weight\": 1e999", "The nodes[1].weight is 1e999; it must be finite and above 0.")]
    [InlineData("\"weight\": 2.5", "\"weight\": \"2\"", "The nodes[1].weight is String; it must be a number.")]
    [InlineData("\"weight\": 2.5", "\"weight\": 2.25", "The checksum is ")]
    [InlineData("    \"b\",\n", "", "The length of precedence is 1; it must be 2, one for each node.")]
    [InlineData("    \"b\",\n", "    \"é漢\",\n", "The precedence[1] is \"é漢\"; it must be a node that is not before it.")]
    [InlineData("    \"b\",\n", "    \"c\",\n", "The precedence[0] is \"c\"; it must be a node that is not before it.")]
    [InlineData("\"checksum\": \"", "\"checksum\": \"0", "The checksum is \"0")]
    [InlineData("  \"nodes\"", "  \"version\": 1, \"nodes\"", "The JSON of a ring is wrong: ")]
    [InlineData("{\n  \"format\"", "[{\n  \"format\"", "The JSON of a ring is wrong: ")]
    public void FromJson_WrongField_IsNamed(string right, string wrong, string message)
    {
        Assert.Contains(right, Golden, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(() => HashRing.FromJson(Golden.Replace(right, wrong, StringComparison.Ordinal)));

        MessageAssert.Starts(message, error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\ud800\"")]
    public void FromJson_NoRing_IsRefused(string json) => Assert.Throws<InvalidDataException>(() => HashRing.FromJson(json));

    [Property(MaxTest = 1000)]
    public void FromJson_AnyCharacterChanged_IsRefusedOrTheSameAnswers(ushort place, char with)
    {
        char[] json = Golden.ToCharArray();
        json[place % json.Length] = with;
        try
        {
            Assert.Equal(Ring.Checksum, HashRing.FromJson(new string(json)).Checksum);
        }
        catch (InvalidDataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
