using System.Text;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>Keys of a wanted length, the same in every run.</summary>
internal static class RandomKeys
{
    /// <summary>What a table calls lengths from 0 to 200, mixed.</summary>
    internal const string Mixture = "0-200";

    /// <summary>What a table calls keys of 12 characters from many scripts, 1 to 4 bytes each.</summary>
    internal const string Unicode = "unicode";

    private const int Count = 4 * KeyStream.Block;
    private const int Longest = 200;
    private const int UnicodeRunes = 12;
    private const int Seed = 5;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private static readonly Rune[] Scripts = [.. "abcéßżдλשم中日한क€🌍𝄞".EnumerateRunes()];

    /// <summary>A stream of keys: a length in bytes, <see cref="Mixture"/> or <see cref="Unicode"/>.</summary>
    internal static KeyStream Of(string length)
    {
        var random = new Random(Seed);
        string[] keys = new string[Count];
        for (int i = 0; i < Count; i++)
        {
            keys[i] = length switch
            {
                Mixture => Ascii(random, random.Next(Longest + 1)),
                Unicode => string.Concat(random.GetItems(Scripts, UnicodeRunes)),
                _ => Ascii(random, int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return new KeyStream(keys);
    }

    private static string Ascii(Random random, int length) => random.GetString(Alphabet, length);
}
