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
    [InlineData("\"ringperf-ring\"", "7", "The format is Number; it must be a string.")]
    [InlineData("\"options\"", "\"o\"", "The options is missing; it must be an object.")]
    [InlineData("\"options\": {", "\"options\": [], \"o\": {", "The options is Array; it must be an object.")]
    [InlineData("\"nodes\"", "\"n\"", "The nodes is missing; it must be an array.")]
    [InlineData("\"nodes\": [", "\"nodes\": 1, \"n\": [", "The nodes is Number; it must be an array.")]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "The version is String; it must be a number.")]
    [InlineData("\"aodh\"", "\"other\"", "The profile is \"other\"; it must be one of aodh, tooz, ketama, uhashring-ketama.")]
    [InlineData("\"aodh\"", "1", "The profile is Number; it must be a string.")]
    [InlineData("\"aodh\"", "\"ketama\"", "The nodes[1].weight is 2.5; it must be a whole number from 1 to 2147483647 under the profile Ketama.")]
    [InlineData("\"version\": 1", "\"version\": 2", "The version is 2; it must be 1.")]
    [InlineData("\"version\": 1", "\"version\": 1.5", "The version is 1.5; it must be a whole number of at most 2147483647.")]
    [InlineData("\"version\": 1", "\"v\": 1", "The version is missing; it must be a number.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 0", "The JSON of a ring is wrong: Replicas is 0; it must be at least 1.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 1e99", "The replicas is 1e99; it must be a whole number of at most 2147483647.")]
    [InlineData("\"replicas\": 100", "\"replicas\": 2147483647", "The JSON of a ring is wrong: 2 nodes with 2147483647 replicas")]
    [InlineData("python-bytes", "PythonBytes", "The labels is \"PythonBytes\"; it must be one of plain, python-bytes.")]
    [InlineData("\"md5\"", "\"sha1\"", "The hash is \"sha1\"; it must be one of md5, md5-platform, xxhash3, xxhash64, xxhash32, crc32.")]
    [InlineData("\"md5\"", "5", "The hash is Number; it must be a string.")]
    [InlineData("\"auto\"", "\"x\"", "The search is \"x\"; it must be one of auto, linear, binary, branchless, eytzinger, interpolation, bucket, line.")]
    [InlineData("last-wins", "first", "The collisions is \"first\"; it must be one of last-wins, canonical.")]
    [InlineData("last-wins", "canonical", "The precedence is present; it must be absent where collisions is \"canonical\".")]
    [InlineData("\"name\": \"b\"", "\"name\": \"é漢\"", "The nodes[1].name is \"é漢\"; it must be unlike those before it.")]
    [InlineData("\"name\": \"b\"", "\"name\": null", "The nodes[1].name is Null; it must be a string.")]
    [InlineData("\"name\": \"b\"", "\"n\": \"b\"", "The nodes[1].name is missing; it must be a string.")]
    [InlineData("    {\n      \"name\": \"b\"", "    [],\n    {\n      \"name\": \"b\"", "The nodes[1] is Array; it must be an object.")]
    [InlineData("\"replicas\"", "\"r\"", "The replicas is missing; it must be a number.")]
    [InlineData("\"labels\"", "\"l\"", "The labels is missing; it must be a string.")]
    [InlineData("\"hash\"", "\"h\"", "The hash is missing; it must be a string.")]
    [InlineData("\"search\"", "\"s\"", "The search is missing; it must be a string.")]
    [InlineData("\"collisions\"", "\"c\"", "The collisions is missing; it must be a string.")]
    [InlineData("\"precedence\": [", "\"precedence\": 1, \"p\": [", "The precedence is Number; it must be an array.")]
    [InlineData("    \"b\",\n", "    7,\n", "The precedence[0] is Number; it must be a string.")]
    [InlineData("\"checksum\": ", "\"checksum\": 1, \"sum\": ", "The checksum is Number; it must be a string.")]
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
    [InlineData("", "The JSON of a ring is wrong: ")]
    [InlineData("null", "The JSON text is Null; it must be an object.")]
    [InlineData("[]", "The JSON text is Array; it must be an object.")]
    [InlineData("{}", "The format is missing; it must be a string.")]
    public void FromJson_NoRing_IsRefused(string json, string message) =>
        MessageAssert.Starts(message, Assert.Throws<InvalidDataException>(() => HashRing.FromJson(json)));

    [Fact]
    public void FromJson_LoneSurrogate_IsRefused()
    {
        // Not a row of the theory: a test case is kept as UTF-8, which has no lone surrogate.
        var error = Assert.Throws<InvalidDataException>(() => HashRing.FromJson(Golden.Replace("é", "\ud800", StringComparison.Ordinal)));

        MessageAssert.Starts("The JSON of a ring is wrong: ", error);
        Assert.IsType<ArgumentException>(error.InnerException, exactMatch: false);
    }

    [Theory]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdef0")]
    [InlineData("0123456789abcdeg")]
    [InlineData(" 123456789abcdef")]
    public void FromJson_ChecksumThatIsNone_IsNamed(string checksum) => Assert.Equal(
        $"The checksum is \"{checksum}\"; it must be 16 hexadecimal digits.",
        Assert.Throws<InvalidDataException>(() => HashRing.FromJson(WithChecksum(checksum))).Message);

    [Fact]
    public void FromJson_ChecksumOfAnotherRing_IsNamedBesideTheRings() => Assert.Equal(
        $"The checksum is 0123456789abcdef; it must be {Ring.Checksum:x16}, that of the ring the rest describes.",
        Assert.Throws<InvalidDataException>(() => HashRing.FromJson(WithChecksum("0123456789abcdef"))).Message);

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

    private static string WithChecksum(string checksum) => Text.Replace("CHECKSUM", checksum, StringComparison.Ordinal);
}
