using System.Text.RegularExpressions;

namespace RingPerf.Benchmarks.Machine;

/// <summary>A CPU's model as a folder name: <c>intel-xeon-platinum-8375c</c>, <c>amd-epyc-family-26-model-2</c>.</summary>
internal static partial class CpuSlug
{
    /// <summary>Stands for the slug in <c>--out</c>.</summary>
    internal const string Field = "{cpu}";

    /// <summary>The slug; names that clouds have made too general to tell two CPUs apart get family and model.</summary>
    internal static string Of(string model, (int Family, int Model)? numbers)
    {
        string plain = Noise().Replace(model, " ").ToLowerInvariant();
        string slug = NotAlphanumeric().Replace(plain, "-").Trim('-');
        slug = slug.Length == 0 ? "unknown-cpu" : slug;
        bool general = !slug.Any(char.IsAsciiDigit) || slug.Contains("virtual", StringComparison.Ordinal);
        return general && numbers is (int family, int number) ? $"{slug}-family-{family}-model-{number}" : slug;
    }

    /// <summary>Trademarks, clock rates, core counts and words that every CPU has.</summary>
    [GeneratedRegex(@"\((R|TM|C)\)|@.*|\b\d+-Core\b|\b(CPU|Processor)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAlphanumeric();
}
