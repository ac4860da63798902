using System.Globalization;
using RingPerf.Concurrency.Interleaving;
using RingPerf.Concurrency.Soak;

try
{
    if (args is ["soak", string secondsText]
        && double.TryParse(secondsText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 1_000_000)
    {
        SoakResult result = RingSoak.Run(TimeSpan.FromSeconds(seconds), readers: Math.Max(2, Environment.ProcessorCount), writers: 2);
        Console.WriteLine(
            $"{result.Answers} answers, {result.Crossed} while the ring changed, {result.TooLate} too late to be looked up, {result.Changes} changes followed in order, {result.Allocated} bytes allocated by readers");
        return result.Allocated == 0 ? 0 : 1;
    }

    if (args is ["interleave", string fromText, string countText]
        && int.TryParse(fromText, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
        && int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
    {
        foreach (int seed in Enumerable.Range(from, count))
        {
            (int points, string schedule, string violation) = RingInterleaving.RunSeed(seed);
            if (violation.Length > 0)
            {
                Console.Error.WriteLine($"seed {seed}, {points} points, schedule {schedule}: {violation}");
                return 1;
            }
        }

        Console.WriteLine($"{count} seeds from {from} on: nothing found");
        return 0;
    }
}
catch (AggregateException e) when (e.InnerException is SoakException)
{
    Console.Error.WriteLine(e.InnerException.Message);
    return 1;
}
catch (SoakException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

Console.Error.WriteLine("Usage: soak SECONDS or interleave FIRST-SEED COUNT");
return 2;
