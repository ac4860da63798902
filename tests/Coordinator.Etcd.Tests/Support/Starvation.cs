using System.Diagnostics;
using System.Globalization;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>Starves the thread pool of an agent's process, when a line of its standard input says for how many seconds.</summary>
internal static class Starvation
{
    private const int Work = 2000;

    /// <summary>Variables that bring this class into a process of .NET.</summary>
    internal static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = typeof(Starvation).Assembly.Location };

    /// <summary>Listens for the line.</summary>
    internal static void Listen() => new Thread(StarveWhenTold) { IsBackground = true }.Start();

    private static void StarveWhenTold()
    {
        if (Console.In.ReadLine() is not { } line)
        {
            return;
        }

        var time = TimeSpan.FromSeconds(double.Parse(line, CultureInfo.InvariantCulture));
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
