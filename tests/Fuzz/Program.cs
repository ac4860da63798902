using System.Globalization;
using RingPerf.Fuzz;
using RingPerf.Fuzz.Targets;

IReadOnlyList<IFuzzTarget> chosen = args switch
{
    ["all", ..] => FuzzTargets.All,
    [string name, ..] when FuzzTargets.Named(name) is { } target => [target],
    _ => [],
};
try
{
    switch (args)
    {
        case [_, "--seconds", string secondsText, .. var rest] when chosen.Count > 0
            && double.TryParse(secondsText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 1_000_000
            && rest is [] or ["--seed", _]:
            string seedText = rest is [_, string given] ? given : Random.Shared.NextInt64().ToString(CultureInfo.InvariantCulture);
            if (ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            {
                FuzzCommands.Mutate(chosen, TimeSpan.FromSeconds(seconds), seed);
                return 0;
            }

            break;
        case [_, .. { Length: > 0 } files] when chosen.Count == 1 && !files[0].StartsWith('-'):
            FuzzCommands.Replay(chosen[0], files);
            return 0;
        case [_] when chosen.Count == 1:
            FuzzCommands.Serve(chosen[0]);
            return 0;
    }
}
catch (FindingException e)
{
    Console.Error.WriteLine(e);
    return 1;
}

Console.Error.WriteLine($"{FuzzCommands.Usage} Targets: {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}.");
return 2;
