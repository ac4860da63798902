using RingPerf.Coordination.Servers;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Soak.Tests;

/// <summary>What bounds in real time are given where a machine is busy.</summary>
public sealed class MachineWaitTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(0.5);

    [LinuxFact]
    public void Within_MoreThreadsThanProcessors_IsWhatTheyWaited()
    {
        MachineWait.Watch();
        long until = Environment.TickCount64 + (long)Time.TotalMilliseconds;
        Thread[] threads = [.. Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => new Thread(() => Spin(until)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join(Time / 2));

        // Three of four wait at any time, and an ended thread tells no more what it waited.
        Assert.True(MachineWait.Within(Time) > Time / 2, $"{MachineWait.Within(Time)}");
        Array.ForEach(threads, thread => thread.Join());
    }

    [Fact]
    public void Within_NoTime_IsNothing()
    {
        MachineWait.Watch();

        Assert.True(MachineWait.Within(TimeSpan.Zero) < Time / 2);
    }

    private static void Spin(long until)
    {
        while (Environment.TickCount64 < until)
        {
        }
    }

    private sealed class LinuxFactAttribute() : RequirementFactAttribute(OperatingSystem.IsLinux(), "Linux");
}
