using System.Globalization;
using System.Text.Json;
using RingPerf.Coordination.Simulation.Scale;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>Writes what a rolling restart of 10,000 members does: a table, a summary and a plot.</summary>
internal static class RestartFiles
{
    internal const string Table = "restart.csv";
    internal const string Summary = "restart.json";
    internal const string Plot = "restart.svg";

    /// <summary>Batches of which the moves are counted on rings of their own.</summary>
    private const int MeasuredBatches = 5;

    /// <summary>Seconds in the table and in the plot: what follows repeats them.</summary>
    private const int ShownSeconds = 240;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in Of(new RestartPlan()))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    /// <summary>The files' names and texts.</summary>
    internal static IReadOnlyDictionary<string, string> Of(RestartPlan plan)
    {
        RestartResult leave = RestartSimulation.Run(plan);
        RestartResult kill = RestartSimulation.Run(plan with { Kills = true });
        return new Dictionary<string, string>
        {
            [Table] = Csv(leave, kill),
            [Summary] = Json(plan, leave, kill),
            [Plot] = RestartPlot.Svg(leave, kill, ShownSeconds),
        };
    }

    private static string Csv(RestartResult leave, RestartResult kill)
    {
        double[][] columns = [[.. leave.Without], [.. leave.Double], [.. kill.Without], [.. kill.Double]];
        IEnumerable<string> rows = Enumerable.Range(0, ShownSeconds + 1).Select(second =>
            second + "," + string.Join(',', columns.Select(column => column[second].ToString("0.000000", CultureInfo.InvariantCulture))));
        return string.Join('\n', rows.Prepend("second,leaveWithout,leaveDouble,killWithout,killDouble")) + "\n";
    }

    private static string Json(RestartPlan plan, RestartResult leave, RestartResult kill)
    {
        BatchMoves moves = BatchMoves.Measure(plan, MeasuredBatches);
        object summary = new
        {
            command = "eng/simulate.sh restart docs/simulation",
            plan.Seed,
            plan.Members,
            plan.Items,
            plan.Batch,
            stepSeconds = plan.Step,
            downtimeSeconds = plan.Downtime,
            membershipTimeoutSeconds = plan.MembershipTimeout,
            pollSeconds = plan.Poll,
            beatSeconds = plan.Beat,
            batchMoves = new { batches = MeasuredBatches, ring = Round(moves.Ring), least = Round(moves.Least), modulo = Round(moves.Modulo) },
            leave = Part(leave),
            kill = Part(kill),
        };
        return JsonSerializer.Serialize(summary, Indented) + "\n";
    }

    private static object Part(RestartResult result) => new
    {
        movesPerItem = Round((double)result.Moves / result.Plan.Items),
        without = Times(result.TimesWithout, result.Plan),
        @double = Times(result.TimesDouble, result.Plan),
    };

    private static object Times(List<double> times, RestartPlan plan)
    {
        double[] sorted = [.. times.Order()];
        return new
        {
            times = sorted.Length,
            medianSeconds = Round(sorted[sorted.Length / 2]),
            longestSeconds = Round(sorted[^1]),
            partOfItemTime = Round(sorted.Sum() / (plan.Items * plan.End)),
        };
    }

    private static double Round(double value) => Math.Round(value, 5);
}
