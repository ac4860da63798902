using System.Globalization;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Coordination.Soak;

if (!RedisServer.IsInstalled || !EtcdServer.IsInstalled || !PythonAgent.IsInstalled)
{
    Console.Error.WriteLine($"This needs {RedisServer.Requirement}, {EtcdServer.Requirement} and {PythonAgent.Requirement}.");
    return 2;
}

try
{
    if (args is ["sizes", string folder])
    {
        await SoakCommands.SizeAsync(folder);
        return 0;
    }

    if (args is [string minutesText, .. { Length: <= 2 } rest]
        && double.TryParse(minutesText, NumberStyles.Float, CultureInfo.InvariantCulture, out double minutes) && minutes is > 0 and <= 10_000
        && int.TryParse(rest.ElementAtOrDefault(0) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
    {
        await SoakCommands.SoakAsync(TimeSpan.FromMinutes(minutes), seed, rest.ElementAtOrDefault(1));
        return 0;
    }

    Console.Error.WriteLine("Usage: soak MINUTES [SEED [DIR]] or sizes DIR; MINUTES is above 0 and up to 10000, SEED a whole number from 0 on.");
    return 2;
}
catch (SoakException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
