using System.Globalization;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Coordination.Soak;
using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Reports;
using RingPerf.Coordination.Soak.Running;

if (args.Length is 0 or > 3
    || !double.TryParse(args[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double minutes) || minutes is not (> 0 and <= 10_000)
    || !int.TryParse(args.ElementAtOrDefault(1) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
{
    Console.Error.WriteLine("usage: soak MINUTES [SEED] [DIR]; MINUTES is above 0 and up to 10000, SEED a whole number of 0 or more");
    return 2;
}

if (!RedisServer.IsInstalled || !EtcdServer.IsInstalled || !PythonAgent.IsInstalled)
{
    Console.Error.WriteLine($"soak needs {RedisServer.Requirement}, {EtcdServer.Requirement} and {PythonAgent.Requirement}");
    return 2;
}

try
{
    var settings = new SoakSettings(TimeSpan.FromMinutes(minutes) / 2, seed);
    var results = new List<SoakResult>();
    foreach (Func<Task<ISoakBackend>> start in (Func<Task<ISoakBackend>>[])[RedisBackend.StartAsync, EtcdBackend.StartAsync])
    {
        await using ISoakBackend backend = await start();
        results.Add(await SoakRun.RunAsync(backend, settings, Console.WriteLine));
    }

    if (args.Length == 3)
    {
        SoakFiles.Write(args[2], results);
    }

    foreach (SoakResult result in results)
    {
        Console.WriteLine($"{result.Backend}: {result.Faults} faults, every split exact in time and until the next fault ({result.Samples} looks)");
    }

    return 0;
}
catch (SoakException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
