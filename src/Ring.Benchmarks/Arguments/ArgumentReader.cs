using RingPerf.Benchmarks.Running;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Arguments;

/// <summary>Takes our options out of the command line and leaves BenchmarkDotNet's.</summary>
internal sealed class ArgumentReader
{
    private readonly Dictionary<string, string> _values = [];
    private readonly List<Suite> _suites = [];
    private readonly List<string> _passThrough = [];
    private bool _quick;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">An argument is wrong.</exception>
    internal static RunArguments Read(string[] args)
    {
        bool help = args is ["-h"] || args.Any(argument => argument is "--help" or "-?");
        return help ? new RunArguments { Help = true } : new ArgumentReader().ReadAll(args);
    }

    private RunArguments ReadAll(string[] args)
    {
        bool ours = true;
        for (int i = 0; i < args.Length; i++)
        {
            (string name, string? value) = Split(args[i]);
            switch (name)
            {
                case "--quick" when value is null:
                    _quick = true;
                    ours = true;
                    break;
                case "--suite":
                    _suites.Add(Suite.Named(Value(name, value, args, ref i)));
                    ours = true;
                    break;
                case "--out" or "--nodes-file" or "--keys-file" or "--job" or "-j":
                    SetOnce(name == "-j" ? "--job" : name, Value(name, value, args, ref i));
                    ours = true;
                    break;
                default:
                    // Only an option of BenchmarkDotNet can be followed by values of its own.
                    ours = ours && !args[i].StartsWith('-') && !args[i].StartsWith('@')
                        ? throw new UsageException($"{args[i]}: not an option; see --help")
                        : false;
                    _passThrough.Add(args[i]);
                    break;
            }
        }

        return Checked(new RunArguments
        {
            Quick = _quick,
            Job = Jobs.Named(_values.GetValueOrDefault("--job")),
            Out = _values.GetValueOrDefault("--out", new RunArguments().Out),
            Suites = _suites.Count == 0 ? Suite.All : [.. _suites.Distinct()],
            NodesFile = _values.GetValueOrDefault("--nodes-file"),
            KeysFile = _values.GetValueOrDefault("--keys-file"),
            PassThrough = [.. _passThrough],
        });
    }

    private static RunArguments Checked(RunArguments arguments)
    {
        string? userData = arguments.NodesFile is not null ? "--nodes-file" : arguments.KeysFile is not null ? "--keys-file" : null;
        if (userData is not null && !arguments.Suites.Any(suite => suite.TakesUserData))
        {
            string takers = string.Join(", ", Suite.All.Where(suite => suite.TakesUserData).Select(suite => suite.Name));
            throw new UsageException($"{userData}: none of the chosen suites uses it; these do: {takers}");
        }

        return arguments;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        int equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static string Value(string name, string? attached, string[] args, ref int index)
    {
        string? value = attached ?? (index + 1 < args.Length && !args[index + 1].StartsWith('-') ? args[++index] : null);
        return string.IsNullOrEmpty(value) ? throw new UsageException($"{name}: needs a value") : value;
    }

    private void SetOnce(string name, string value)
    {
        if (!_values.TryAdd(name, value))
        {
            throw new UsageException($"{name}: given twice");
        }
    }
}
