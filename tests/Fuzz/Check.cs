using System.Diagnostics.CodeAnalysis;

namespace RingPerf.Fuzz;

/// <summary>What must hold for an input, whatever it is.</summary>
internal static class Check
{
    internal static void That([DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds)
        {
            throw new FindingException(what);
        }
    }

    internal static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: {actual} in place of {expected}");

    /// <summary>The call must be refused by the error that its documentation names.</summary>
    internal static void Refused<TError>(Action call, string what) where TError : Exception =>
        That(!Accepts<TError>(call), $"{what} was accepted");

    /// <summary>Whether a call goes through; the one error that its documentation names is an answer, any other one is passed on.</summary>
    internal static bool Accepts<TError>(Action call) where TError : Exception
    {
        try
        {
            call();
            return true;
        }
        catch (TError)
        {
            return false;
        }
    }
}
