namespace RingPerf.State;

/// <summary>Option values in the binary state, where they are numbers.</summary>
internal static class StateEnum
{
    /// <exception cref="InvalidDataException">The number is none of the option's.</exception>
    internal static T Read<T>(string field, byte number) where T : struct, Enum
    {
        T value = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(value)
            ? value
            : throw StateError.Of(field, number, $"one of {string.Join(", ", Enum.GetValuesAsUnderlyingType<T>().Cast<int>())}");
    }
}
