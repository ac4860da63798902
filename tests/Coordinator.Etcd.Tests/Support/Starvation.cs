using System.Diagnostics;
using System.Globalization;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>Starves the thread pool of an agent's process.</summary>
internal static class Starvation
{
    internal const string Option = "--starve";

    /// <summary>When it begins, after the start of the process.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private const int Work = 2000;

    /// <summary>Starves the pool for as many seconds as the arguments say.</summary>
    internal static void Begin(string[] arguments)
    {
        int option = Array.IndexOf(arguments, Option);
        double seconds = option < 0 ? 0 : double.Parse(arguments[option + 1], CultureInfo.InvariantCulture);
        if (seconds > 0)
        {
            new Thread(() => Starve(TimeSpan.FromSeconds(seconds))) { IsBackground = true }.Start();
        }
    }

    private static void Starve(TimeSpan time)
    {
        Thread.Sleep(Delay);
        long begun = Stopwatch.GetTimestamp();
        // More work that blocks than the pool ever has threads for.
        for (int work = 0; work < Work; work++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                TimeSpan left = time - Stopwatch.GetElapsedTime(begun);
                Thread.Sleep(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            });
        }
    }
}
