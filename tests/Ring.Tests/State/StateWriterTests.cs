using System.Buffers;
using RingPerf.Placement;
using RingPerf.State;

namespace RingPerf.Tests.State;

public sealed class StateWriterTests
{
    [Fact]
    public void Write_StateLongerThanAnArray_IsRefusedAndNothingWritten()
    {
        // One text in every place, put there behind the back of the order: 2 GB in the state, 2 MB here.
        string[] names = [.. Enumerable.Range(0, 700).Select(i => $"node-{i}")];
        var order = NodeOrder.Restore(names, [.. Enumerable.Range(0, names.Length)]);
        Array.Fill(names, new string('漢', 1 << 20));
        var options = new HashRingOptions();
        var ring = new RingState(
            options, order, NodeWeights.Equal, ReplicaCounts.Of(names.Length, options, NodeWeights.Equal), PointTable.Settle([], []));
        var output = new ArrayBufferWriter<byte>();
        long length = 36 + (700L * (16 + (3 << 20))) + 8;

        MessageAssert.Starts(
            $"The state is {length} bytes; it must be at most {Array.MaxLength}.",
            Assert.Throws<InvalidOperationException>(() => StateWriter.Write(ring, output)));
        Assert.Equal(0, output.WrittenCount);
    }
}
