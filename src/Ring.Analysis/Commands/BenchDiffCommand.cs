using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf bench-diff</c>: two folders of benchmark results, row by row; exit code 1 where a row got slower.</summary>
internal static class BenchDiffCommand
{
    private const double DefaultThreshold = 1.1;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("bench-diff", "Compares two folders of benchmark results; exit code 1 where a row is slower.");
        var before = new Argument<string>("before") { Description = "Folder of the first run" };
        var after = new Argument<string>("after") { Description = "Folder of the second run" };
        var threshold = new Option<string>("--threshold")
        {
            Description = $"Ratio above which a row is slower, as 1.1 or as 0.1 on top of 1 (default {DefaultThreshold.ToString(CultureInfo.InvariantCulture)})",
            HelpName = "X",
        };
        ChoiceOption<OutputFormat> format = OutputOptionSet.Format(OptionText.Formats);
        command.Add(before);
        command.Add(after);
        command.Add(threshold);
        command.Add(format.Option);
        command.SetAction(parsed =>
        {
            OutputFormat form = format.Read(parsed);
            var comparison = BenchmarkComparison.Of(
                BenchmarkResults.Read(parsed.GetValue(before)!),
                BenchmarkResults.Read(parsed.GetValue(after)!),
                ReadThreshold(threshold.Name, parsed.GetValue(threshold)));
            Answer.Write(
                streams, form, () => BenchDiffText.Json(comparison), () => BenchDiffText.Csv(comparison), table => BenchDiffText.Table(comparison, table));
            return comparison.Slower > 0 ? 1 : 0;
        });
        return command;
    }

    private static double ReadThreshold(string option, string? text)
    {
        if (text is null)
        {
            return DefaultThreshold;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || value is 0)
        {
            throw new BadInputException($"{option} is \"{text}\"; it must be a number above 0, such as 1.1");
        }

        return value < 1 ? 1 + value : value;
    }
}
