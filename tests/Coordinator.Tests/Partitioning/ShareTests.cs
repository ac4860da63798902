namespace RingPerf.Coordination.Tests;

/// <summary>The share round the edges of a batch, by single lookups.</summary>
public sealed class ShareTests
{
    private const int Self = 1;

    private static readonly HashRing Ring = new(["agent-1", "agent-2", "agent-3"]);

    public static TheoryData<int> Counts => [0, 1, 1023, 1024, 1025, 2048, 2500];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Of_TextThatIsItsOwnKey_IsWhatSingleLookupsGive(int count)
    {
        string[] items = Lab.Items(count);

        Assert.Equal(Owned(items, item => item), Share.Of(Ring, Self, items, item => item, out int total));
        Assert.Equal(count, total);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Of_OtherItems_IsWhatSingleLookupsGive(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];

        Assert.Equal(Owned(items, Key), Share.Of(Ring, Self, items, Key, out int total));
        Assert.Equal(count, total);

        static string Key(int item) => $"res-{item}";
    }

    /// <summary>Some items are their own keys and some are not, from the first, an inner or the last place of a batch on.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(2047)]
    [InlineData(2499)]
    public void Of_TextWithAnotherKeyInPlaces_AsksEachItemOnceInOrder(int other)
    {
        string[] items = Lab.Items(2500);
        var asked = new List<string>();

        string[] share = Share.Of(Ring, Self, items, Key, out _);

        Assert.Equal(items, asked);
        Assert.Equal(Owned(items, Key), share);

        string Key(string item)
        {
            asked.Add(item);
            return item == items[other] || item.EndsWith('7') ? "key of " + item : item;
        }
    }

    [Fact]
    public void Of_StringsAsObjects_IsAnArrayOfObjects()
    {
        IEnumerable<object> items = Lab.Items(100);

        object[] share = Share.Of(Ring, Self, items, item => (string)item, out _);

        Assert.Equal(typeof(object[]), share.GetType());
        Assert.Equal(Owned([.. items], item => (string)item), share);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1500)]
    public void Of_NullAmongText_NamesTheItem(int index)
    {
        string[] items = Lab.Items(2000);
        items[index] = null!;

        var error = Assert.ThrowsAny<ArgumentException>(() => Share.Of(Ring, Self, items, item => item, out _));

        Assert.Contains($"item {index} ", error.Message, StringComparison.Ordinal);
    }

    private static T[] Owned<T>(T[] items, Func<T, string> key) => [.. items.Where(item => Ring.GetNodeIndex(key(item)) == Self)];
}
