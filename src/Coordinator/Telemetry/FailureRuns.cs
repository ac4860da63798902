using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>Tells the first failure of a run, which is news, from those that repeat it.</summary>
internal sealed class FailureRuns
{
    private readonly ConcurrentDictionary<string, Exception> _failing = new(StringComparer.Ordinal);

    /// <summary>The level at which to log a failure.</summary>
    /// <param name="what">What failed.</param>
    /// <param name="error">How; another type of error is news again.</param>
    /// <returns>Error for news, Debug for a repetition.</returns>
    internal LogLevel Level(string what, Exception error)
    {
        bool repeats = _failing.TryGetValue(what, out Exception? last) && last.GetType() == error.GetType();
        _failing[what] = error;
        return repeats ? LogLevel.Debug : LogLevel.Error;
    }

    /// <summary>It succeeded.</summary>
    /// <returns>Whether that ends a run of failures.</returns>
    internal bool End(string what) => !_failing.IsEmpty && _failing.TryRemove(what, out _);

    /// <summary>The last failure of a run that has not ended; null where there is none.</summary>
    internal Exception? Last(string what) => _failing.GetValueOrDefault(what);

    internal void Clear() => _failing.Clear();
}
