using FsCheck.Xunit;
using RingPerf.Keys;

namespace RingPerf.Tests.Keys;

public sealed class KeyBatchTests
{
    [Property(MaxTest = 1000)]
    public void Check_AnyOffsets_AcceptsExactlyTheRightOnes(sbyte[] any, byte length, byte room)
    {
        int[] offsets = [.. any.Select(value => value / 2)];
        bool sorted = offsets.SequenceEqual(offsets.Order());
        AssertCheck(offsets, length % 64, room % 16, sorted);
        AssertCheck([.. offsets.Order()], length % 64, room % 16, true);
        AssertCheck([.. offsets.Select(Math.Abs).Order()], length % 64, room % 16, true);
    }

    [Fact]
    public void Check_RightOffsets_GivesTheNumberOfKeys()
    {
        Assert.Equal(0, KeyBatch.Check(0, [0], 0));
        Assert.Equal(3, KeyBatch.Check(5, [0, 2, 2, 5], 3));
        Assert.Equal(2, KeyBatch.Check(int.MaxValue, [0, 1, int.MaxValue], 9));
    }

    [Fact]
    public void CheckDestination_RoomEnough_IsAccepted()
    {
        KeyBatch.CheckDestination(0, 0);
        KeyBatch.CheckDestination(3, 3);
        Assert.Throws<ArgumentException>("nodeIndices", () => KeyBatch.CheckDestination(3, 2));
    }

    private static void AssertCheck(int[] offsets, int length, int room, bool sorted)
    {
        bool right = offsets.Length > 0 && sorted && offsets[0] >= 0 && offsets[^1] <= length && room >= offsets.Length - 1;
        if (right)
        {
            Assert.Equal(offsets.Length - 1, KeyBatch.Check(length, offsets, room));
        }
        else
        {
            Assert.Throws<ArgumentException>(() => KeyBatch.Check(length, offsets, room));
        }
    }
}
