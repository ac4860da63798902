using System.Globalization;

namespace RingPerf.Analysis.Inputs;

/// <summary>Texts of options to values, with errors that name the option, the text and what is allowed.</summary>
internal static class OptionText
{
    internal static readonly (string Name, HashFunction Value)[] Hashes =
    [
        ("md5", HashFunction.Md5),
        ("md5-platform", HashFunction.Md5Platform),
        ("xxhash3", HashFunction.XxHash3),
        ("xxhash64", HashFunction.XxHash64),
        ("xxhash32", HashFunction.XxHash32),
        ("crc32", HashFunction.Crc32),
    ];

    internal static readonly (string Name, RingProfile Value)[] Profiles =
    [
        ("aodh", RingProfile.Aodh),
        ("tooz", RingProfile.Tooz),
        ("ketama", RingProfile.Ketama),
        ("uhashring-ketama", RingProfile.UhashringKetama),
    ];

    internal static readonly (string Name, LabelFormat Value)[] Labels =
    [
        ("plain", LabelFormat.Plain),
        ("python-bytes", LabelFormat.PythonBytes),
    ];

    internal static readonly (string Name, CollisionRule Value)[] Collisions =
    [
        ("last-wins", CollisionRule.LastWins),
        ("canonical", CollisionRule.Canonical),
    ];

    internal static readonly (string Name, OutputFormat Value)[] Formats =
    [
        ("table", OutputFormat.Table),
        ("json", OutputFormat.Json),
        ("csv", OutputFormat.Csv),
    ];

    internal static readonly (string Name, ReportPart Value)[] ReportParts =
    [
        ("advise", ReportPart.Advise),
        ("compare", ReportPart.Compare),
    ];

    internal static readonly (string Name, MovementList Value)[] MovementLists =
    [
        ("flows", MovementList.Flows),
        ("ranges", MovementList.Ranges),
        ("keys", MovementList.Keys),
    ];

    internal static string NameOf<T>((string Name, T Value)[] names, T value) where T : struct, Enum =>
        Array.Find(names, name => EqualityComparer<T>.Default.Equals(name.Value, value)).Name;

    internal static T OneOf<T>(string option, string text, (string Name, T Value)[] allowed)
    {
        foreach ((string name, T value) in allowed)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw new BadInputException(
            $"{option} is \"{text}\"; it must be one of {string.Join(", ", allowed.Select(name => name.Name))}");
    }

    internal static int Integer(string option, string text, int least)
    {
        if (TryInteger(text, least, out int value))
        {
            return value;
        }

        throw new BadInputException($"{option} is \"{text}\"; it must be a whole number from {least} to {int.MaxValue}");
    }

    /// <summary>A decimal number above one bound and below another.</summary>
    internal static double Between(string option, string text, double above, double below)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value > above && value < below)
        {
            return value;
        }

        throw new BadInputException(string.Create(
            CultureInfo.InvariantCulture, $"{option} is \"{text}\"; it must be a number above {above} and below {below}"));
    }

    /// <summary>Whole numbers with commas between them, ascending, each once.</summary>
    internal static int[] Integers(string option, string text, int least)
    {
        var values = new SortedSet<int>();
        foreach (string part in text.Split(','))
        {
            if (!TryInteger(part, least, out int value))
            {
                throw new BadInputException(
                    $"{option} is \"{text}\"; it must be whole numbers from {least} to {int.MaxValue} with commas between them");
            }

            values.Add(value);
        }

        return [.. values];
    }

    internal static ulong Seed(string option, string text)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
        {
            return value;
        }

        throw new BadInputException($"{option} is \"{text}\"; it must be a whole number from 0 to {ulong.MaxValue}");
    }

    /// <summary>The error of two options that may not stand together.</summary>
    internal static BadInputException Excluding(string option, string other) => new($"{option} and {other} exclude each other; give one of them");

    private static bool TryInteger(string text, int least, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least;
}
