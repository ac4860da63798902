using System.Globalization;
using RingPerf.Fuzz.Mutation;
using RingPerf.Fuzz.Targets;
using SharpFuzz;

namespace RingPerf.Fuzz;

/// <summary>What the program does: its own mutations, single inputs, or inputs that afl-fuzz sends.</summary>
internal static class FuzzCommands
{
    internal const string Usage =
        "Usage: fuzz all|TARGET --seconds N [--seed S], N seconds a target, mutations drawn by the seed; fuzz TARGET FILE..., each file once; "
        + "fuzz TARGET, inputs from afl-fuzz.";

    /// <summary>Runs targets on mutations for a time each.</summary>
    internal static void Mutate(IEnumerable<IFuzzTarget> targets, TimeSpan each, ulong seed)
    {
        foreach (IFuzzTarget target in targets)
        {
            var run = new FuzzRun(target, SeedFiles.Of(target), seed);
            run.Run(each);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {run.Executions} executions in {each.TotalSeconds} s, seed {seed}"));
        }
    }

    /// <summary>Runs a target once on each file.</summary>
    internal static void Replay(IFuzzTarget target, IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: nothing found");
        }
    }

    /// <summary>Serves afl-fuzz, which starts this program.</summary>
    internal static void Serve(IFuzzTarget target) => Fuzzer.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target.Run(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    });
}
