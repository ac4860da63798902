namespace RingPerf.Coordination.Redis;

/// <summary>Options that are yes or no, by the words of oslo.utils.</summary>
internal static class BackendUrlFlags
{
    private static readonly string[] Yes = ["1", "t", "true", "on", "y", "yes"];
    private static readonly string[] No = ["0", "f", "false", "off", "n", "no"];

    /// <summary>An option that is yes or no.</summary>
    /// <returns>Null where it is absent.</returns>
    /// <exception cref="BackendUrlException">The value is none of the words.</exception>
    internal static bool? GetFlag(this BackendUrl url, string name)
    {
        string? word = url.GetOption(name)?.Trim().ToLowerInvariant();
        if (word is null)
        {
            return null;
        }

        return Yes.Contains(word) || (No.Contains(word)
            ? false
            : throw new BackendUrlException(
                $"The option '{name}' is '{word}'; it must be one of {string.Join(", ", Yes)}, {string.Join(", ", No)}."));
    }
}
