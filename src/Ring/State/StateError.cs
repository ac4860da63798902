using System.Diagnostics.CodeAnalysis;

namespace RingPerf.State;

/// <summary>Errors of a state: each names the field, its value and what is allowed.</summary>
internal static class StateError
{
    [DoesNotReturn]
    internal static void Throw(string field, object value, string allowed) => throw Of(field, value, allowed);

    internal static InvalidDataException Of(string field, object value, string allowed) =>
        new(FormattableString.Invariant($"The {field} is {value}; it must be {allowed}."));

    internal static InvalidDataException Ends(string field, int length) =>
        new(FormattableString.Invariant($"The state ends after {length} bytes, before the end of its {field}."));
}
