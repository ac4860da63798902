using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Analysis.Inputs;

/// <summary>Results of long work, a file each in one folder; a file that is damaged, or of other inputs, counts as absent.</summary>
/// <remarks>A file appears whole, by a rename, so that runs at the same time do not disturb each other. A folder that cannot be written
/// only costs the time to do the work again.</remarks>
/// <param name="folder">Where the files are; null keeps none.</param>
internal sealed class ResultCache(string? folder)
{
    private const int NameLength = 32;

    /// <summary>The user's cache folder: <c>XDG_CACHE_HOME</c>, or what the platform has; null where there is none.</summary>
    internal static string? UserFolder()
    {
        string? chosen = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string platform = !OperatingSystem.IsLinux() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : home.Length > 0 ? Path.Combine(home, ".cache")
            : "";
        string parent = Path.IsPathFullyQualified(chosen ?? "") ? chosen! : platform;
        return parent.Length > 0 ? Path.Combine(parent, "ringperf") : null;
    }

    /// <summary>What was written under a key; null where there is nothing, or nothing whole.</summary>
    internal string? Read(string key)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            string text = File.ReadAllText(FileOf(folder, key));
            string head = Head(key);
            return text.StartsWith(head, StringComparison.Ordinal) && text[head.Length..] is var rest && rest.Length > NameLength &&
                rest[..NameLength] == Digest(rest[NameLength..])
                ? rest[NameLength..]
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result under a key.</summary>
    internal void Write(string key, string result)
    {
        if (folder is null)
        {
            return;
        }

        string file = FileOf(folder, key);
        string aside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(aside, Head(key) + Digest(result) + result);
            File.Move(aside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(aside);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The same disk that did not take it; there is nothing left to do.
        }
    }

    private static string Head(string key) => string.Create(CultureInfo.InvariantCulture, $"{key.Length} {key}\n");

    private static string FileOf(string folder, string key) => Path.Combine(folder, Digest(key));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..NameLength];
}
