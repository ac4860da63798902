using System.Text;
using RingPerf.Coordination;

namespace RingPerf.Samples.PartitionedWorker.Tests;

public sealed class PollWriterTests
{
    [Theory]
    [InlineData(PartitionState.Inactive, "inactive")]
    [InlineData(PartitionState.Member, "member")]
    [InlineData(PartitionState.Rejoining, "rejoining")]
    [InlineData(PartitionState.BackendLost, "backend-lost")]
    public void Write_EachState_IsNamed(PartitionState state, string name)
    {
        using var output = new MemoryStream();
        var share = new PartitionShare<string>(state, [MemberId.FromText("a"), MemberId.FromBytes([0xFF])], ["item"]);

        new PollWriter(output, TimeProvider.System).Write(MemberId.FromText("a"), share);

        PollLine line = PollLine.Parse(Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n'));
        Assert.Equal(("a", name), (line.Id, line.State));
        Assert.Equal(["a", @"\xff"], line.Members);
        Assert.Equal(["item"], line.Mine);
    }
}
