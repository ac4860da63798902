using System.Diagnostics;
using System.Globalization;

namespace RingPerf.Coordination.Servers.Processes;

/// <summary>How long the machine made this process and those it started wait in the last minutes: for a processor, for a disk, or whole.</summary>
/// <remarks>A bound in real time holds on a machine with processors and disks to spare; what was waited for is added to it elsewhere. The sum
/// over all threads is the most that it can have cost. Linux tells it; on other systems it is zero.</remarks>
public static class MachineWait
{
    private const int Kept = 4_096;
    private const string Processes = "/proc";
    private const string DiskPressure = "/proc/pressure/io";

    /// <summary>What the kernel counts stolen time in, whatever its own clock.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>How late a sleep ends on an idle machine.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private static readonly Lock Gate = new();
    private static readonly Queue<(long At, TimeSpan Total)> Samples = new();
    private static readonly Dictionary<string, long> Threads = [];
    private static TimeSpan Total;
    private static TimeSpan Stalled;
    private static bool IsWatching;

    /// <summary>Starts to look, once a process.</summary>
    public static void Watch()
    {
        lock (Gate)
        {
            if (IsWatching || !File.Exists($"{Processes}/self/schedstat"))
            {
                return;
            }

            IsWatching = true;
            Sample();
        }

        new Thread(SampleForEver) { IsBackground = true, Name = "processor wait" }.Start();
    }

    /// <summary>The wait within the time that ends now.</summary>
    /// <param name="time">How long ago it began.</param>
    public static TimeSpan Within(TimeSpan time)
    {
        lock (Gate)
        {
            if (!IsWatching)
            {
                return TimeSpan.Zero;
            }

            Sample();
            TimeSpan before = Samples.Peek().Total;
            foreach ((long at, TimeSpan total) in Samples)
            {
                if (Stopwatch.GetElapsedTime(at) < time)
                {
                    break;
                }

                before = total;
            }

            return Total - before;
        }
    }

    private static void SampleForEver()
    {
        while (true)
        {
            long begun = Stopwatch.GetTimestamp();
            Thread.Sleep(Step);
            // A machine that stood still as a whole tells nobody: its sleepers wake late.
            TimeSpan late = Stopwatch.GetElapsedTime(begun) - Step - Late;
            lock (Gate)
            {
                Total += late > TimeSpan.Zero ? late : TimeSpan.Zero;
                Sample();
            }
        }
    }

    private static void Sample()
    {
        long at = Stopwatch.GetTimestamp();
        AddProcess(Environment.ProcessId);
        TimeSpan stalled = ReadStolen() + ReadDiskWait();
        (Total, Stalled) = (Total + (Samples.Count > 0 ? stalled - Stalled : TimeSpan.Zero), stalled);
        Samples.Enqueue((at, Total));
        if (Samples.Count > Kept)
        {
            Samples.Dequeue();
        }
    }

    private static void AddProcess(int process)
    {
        try
        {
            foreach (string thread in Directory.EnumerateDirectories($"{Processes}/{process}/task"))
            {
                // Nanoseconds run, nanoseconds waited, turns.
                long waited = long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[1], CultureInfo.InvariantCulture);
                // A thread may have the number of one that ended, and begins at nothing then.
                long before = Threads.GetValueOrDefault(thread);
                Total += TimeSpan.FromMicroseconds((waited >= before ? waited - before : waited) / 1_000.0);
                Threads[thread] = waited;
                foreach (string child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    AddProcess(int.Parse(child, CultureInfo.InvariantCulture));
                }
            }
        }
        catch (IOException)
        {
            // A thread or a process that ended meanwhile.
        }
    }

    private static TimeSpan ReadStolen()
    {
        // cpu user nice system idle iowait irq softirq steal …
        string[] all = File.ReadLines($"{Processes}/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(all[8], CultureInfo.InvariantCulture) * Tick;
    }

    /// <summary>How long any process of the machine waited for a disk; zero with a kernel that does not count it.</summary>
    private static TimeSpan ReadDiskWait()
    {
        try
        {
            // some avg10=0.00 avg60=0.00 avg300=0.00 total=microseconds
            string some = File.ReadLines(DiskPressure).First();
            return TimeSpan.FromMicroseconds(long.Parse(some[(some.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }
}
