using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>Encodings by Python's names, strict both ways.</summary>
internal static class PythonEncoding
{
    internal const string Default = "utf8";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["utf8"] = "utf-8",
        ["ascii"] = "us-ascii",
        ["usascii"] = "us-ascii",
        ["latin1"] = "iso-8859-1",
        ["iso88591"] = "iso-8859-1",
    };

    /// <summary>Finds an encoding as Python does: without regard to case, hyphens and underscores.</summary>
    /// <exception cref="BackendUrlException">The name is unknown.</exception>
    internal static Encoding Find(string name)
    {
        string plain = name.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return Names.TryGetValue(plain, out string? known)
            ? Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : throw new BackendUrlException(
                $"The option '{RedisOptionNames.Encoding}' is '{name}'; it must be utf8, ascii or latin1.");
    }
}
