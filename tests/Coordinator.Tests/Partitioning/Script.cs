using System.Collections.Concurrent;

namespace RingPerf.Coordination.Tests;

/// <summary>What a <see cref="ScriptedDriver"/> does, and what was asked of it.</summary>
internal sealed class Script
{
    private readonly ConcurrentQueue<(string Operation, DateTimeOffset At)> _calls = [];

    /// <summary>The error that an operation raises, or null.</summary>
    internal Func<string, Exception?> Fails { get; set; } = _ => null;

    /// <summary>What an operation waits for before it ends.</summary>
    internal Func<string, Task> Waits { get; set; } = _ => Task.CompletedTask;

    /// <summary>The members that every read gives.</summary>
    internal string[] Members { get; set; } = [];

    internal int DriversMade { get; set; }

    internal int DriversDisposed { get; set; }

    internal IEnumerable<string> Calls => _calls.Select(call => call.Operation);

    internal IReadOnlyList<DateTimeOffset> TimesOf(string operation) =>
        [.. _calls.Where(call => call.Operation == operation).Select(call => call.At)];

    internal void Run(string operation, DateTimeOffset at)
    {
        _calls.Enqueue((operation, at));
        if (Fails(operation) is { } error)
        {
            throw error;
        }
    }
}
