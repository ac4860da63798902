using System.Globalization;

namespace RingPerf.Fleet.Answers;

/// <summary>Numbers in sentences.</summary>
internal static class Wording
{
    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    internal static string Count(int count, string noun) => Text($"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
