using System.Globalization;
using RingPerf.Coordination.Simulation.Scale;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>Draws a rolling restart: how many items have no owner or two, and for how long.</summary>
internal static class RestartPlot
{
    private const double Width = 960;
    private const double Height = 760;
    private const string WithoutColor = "#d55e00";
    private const string DoubleColor = "#0072b2";
    private const string KillColor = "#7a4fa3";
    private const string Style =
        "text{font:13px system-ui,'Segoe UI','DejaVu Sans',Helvetica,Arial,sans-serif;fill:#24292f}.t{font-size:18px;font-weight:600}"
        + ".b{font-size:14px;font-weight:600}.s{font-size:12px;fill:#57606a}.g{stroke:#d0d7de;fill:none}.m{stroke:#57606a;stroke-dasharray:4 4}"
        + ".l{fill:none;stroke-width:2}.d{stroke-dasharray:7 5}";

    internal static string Svg(RestartResult leave, RestartResult kill, int seconds)
    {
        RestartPlan plan = leave.Plan;
        string title = string.Create(CultureInfo.InvariantCulture, $"Rolling restart of {plan.Members:#,0} members, {plan.Batch} every {plan.Step} s");
        string subtitle = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Items:#,0} items; each member is away for {plan.Downtime} to {plan.Downtime + plan.Poll} s; T = {plan.MembershipTimeout} s, P = {plan.Poll} s, "
            + $"beats every {plan.Beat} s; seed {plan.Seed}; first {seconds} s of {plan.End:0} s");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"t\">\n")
            + $"<title id=\"t\">{Chart.Escaped(title)}</title>\n<style>{Style}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
            + string.Create(CultureInfo.InvariantCulture, $"<text class=\"t\" x=\"{Width / 2}\" y=\"30\" text-anchor=\"middle\">{Chart.Escaped(title)}</text>\n")
            + string.Create(CultureInfo.InvariantCulture, $"<text class=\"s\" x=\"{Width / 2}\" y=\"50\" text-anchor=\"middle\">{Chart.Escaped(subtitle)}</text>\n")
            + OverTime("Members leave", leave, seconds).Svg(85, 96, 365, 200)
            + OverTime("Members are killed", kill, seconds).Svg(560, 96, 365, 200)
            + HowLong(leave, kill).Svg(85, 450, 840, 180)
            + "</svg>\n";
    }

    private static Chart OverTime(string title, RestartResult result, int seconds)
    {
        const double Percent = 100;
        return new Chart(
            title,
            new ChartAxis("seconds since the first batch ended", 60, seconds / 60, " s"),
            new ChartAxis("part of the items", 0.25, 5, " %"),
            [
                new ChartSeries("without an owner", WithoutColor, [.. result.Without.Take(seconds + 1).Select((part, second) => ((double)second, part * Percent))]),
                new ChartSeries("with two owners", DoubleColor, [.. result.Double.Take(seconds + 1).Select((part, second) => ((double)second, part * Percent))]),
            ]);
    }

    private static Chart HowLong(RestartResult leave, RestartResult kill)
    {
        RestartPlan plan = leave.Plan;
        return new Chart(
            "How long an item has no owner, or two",
            new ChartAxis("seconds", 5, 9, " s"),
            new ChartAxis("part that lasts longer", 25, 4, " %"),
            [
                new ChartSeries("without an owner, after a leave", WithoutColor, LastingLonger(leave.TimesWithout)),
                new ChartSeries("without an owner, after a kill", KillColor, LastingLonger(kill.TimesWithout)),
                new ChartSeries("with two owners, after a start", DoubleColor, LastingLonger(leave.TimesDouble), IsDashed: true),
            ])
        {
            Marks = [(plan.Poll, "P"), (plan.MembershipTimeout + plan.Poll, "T + P")],
        };
    }

    private static (double X, double Y)[] LastingLonger(List<double> times)
    {
        double[] sorted = [.. times.Order()];
        return [(0, 100), .. Enumerable.Range(0, 101).Select(part => (sorted[(sorted.Length - 1) * part / 100], 100.0 - part))];
    }
}
