using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RingPerf.Analysis.Tests.Reports;

/// <summary>Report pages in a real browser, on a phone's width and on a desk's, in light and in dark.</summary>
public sealed partial class BrowserTests : IDisposable
{
    private const int Plots = 6;
    private const int WholePlots = 11;

    // Each report stands in a frame of its own; what was measured in it ends up as JSON in the outer page.
    private const string Wrapper = """
        <!doctype html><meta charset="utf-8"><body style="margin:0">FRAMES<pre id="measured"></pre><script>
        addEventListener("load", () => {
          const measured = [...document.querySelectorAll("iframe")].map(frame => {
            const page = frame.contentDocument, root = page.documentElement;
            return {
              name: frame.name, scrollWidth: root.scrollWidth, clientWidth: root.clientWidth,
              paper: getComputedStyle(page.body).backgroundColor, ink: getComputedStyle(page.querySelector("p")).color,
              plotInk: getComputedStyle(page.querySelector("svg text")).fill,
              plots: [...page.querySelectorAll("figure svg")].map(svg => {
                const box = svg.getBoundingClientRect();
                const outside = [...svg.querySelectorAll("text")].filter(text => {
                  const own = text.getBoundingClientRect();
                  return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 1 || own.bottom > box.bottom + 1;
                });
                return { width: box.width, height: box.height, texts: svg.querySelectorAll("text").length, outside: outside.map(text => text.textContent) };
              }),
            };
          });
          document.getElementById("measured").textContent = JSON.stringify(measured);
        });
        </script>
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ChromiumFact]
    public void Page_OnPhoneAndDesk_ShowsEveryPlotWithoutSidewaysScrolling()
    {
        string[] longNames = [.. Enumerable.Range(0, 3).Select(i => new string('W', 500) + i)];
        (string Name, string[] Nodes)[] reports =
        [
            ("one", SampleReport.Single), ("ten", SampleReport.Ten), ("forty-one", SampleReport.FortyOne), ("three-hundred", SampleReport.ThreeHundred),
            ("weird", WeirdNames.All), ("long", longNames),
        ];
        foreach ((string name, string[] nodes) in reports)
        {
            SampleReport.Write(_folder.Of(name), SampleReport.Of(nodes));
        }

        SampleReport.Write(_folder.Of("whole"), SampleReport.Whole());
        reports = [.. reports, ("whole", SampleReport.Ten)];
        string frames = string.Concat(reports.SelectMany(report => (int[])[390, 1300], (report, width) =>
            $"<iframe name=\"{report.Name} at {width}\" src=\"{report.Name}/index.html\" width=\"{width}\" height=\"900\" style=\"border:0\"></iframe>"));
        string wrapper = _folder.Write("wrapper.html", Wrapper.Replace("FRAMES", frames, StringComparison.Ordinal));

        foreach (bool dark in (bool[])[false, true])
        {
            (string dom, string[] console) = Chromium.Load(wrapper, dark);

            Assert.Empty(console);
            using JsonDocument measured = JsonDocument.Parse(WebUtility.HtmlDecode(Measured().Match(dom).Groups[1].Value));
            Assert.Equal(2 * reports.Length, measured.RootElement.GetArrayLength());
            Assert.All(measured.RootElement.EnumerateArray(), frame => AssertFrame(frame, dark));
        }
    }

    [ChromiumFact]
    public void Dom_OfTheWholePage_HoldsPlotsAndTables()
    {
        SampleReport.Write(_folder.Of("out"), SampleReport.Of(WeirdNames.All));

        (string dom, string[] console) = Chromium.Load(_folder.Of("out/index.html"), dark: false);

        Assert.Empty(console);
        Assert.All(
            (string[])["Share of each node", "Peak-to-mean share against replicas", "The ring: position 0 at the top", "Lengths of the arcs"],
            title => Assert.Matches($"<svg [^>]*role=\"img\"[^>]*><title [^>]*>{title}", dom));
        Assert.Equal(WeirdNames.All.Length, Regex.Count(dom, "<tr><td>[^<]*</td><td>100</td><td>[0-9.]+ %</td>"));
    }

    [ChromiumFact]
    public void Script_HeadsAndMarks_SortAndTell()
    {
        SampleReport.Write(_folder.Of("out"), SampleReport.Whole());
        string driver = _folder.Write("driver.html", """
            <!doctype html><meta charset="utf-8"><iframe src="out/index.html" width="1300" height="900"></iframe><pre id="measured"></pre><script>
            addEventListener("load", () => {
              const frame = document.querySelector("iframe"), page = frame.contentDocument;
              const tableAfter = name => page.querySelector(`#${name} ~ .scroll table`);
              const column = (table, place) => [...table.tBodies[0].rows].map(row => row.cells[place].textContent);
              const press = (table, place) => { table.tHead.rows[0].cells[place].querySelector("button").click(); return table.tHead.rows[0].cells[place].ariaSort; };
              const nodes = tableAfter("nodes"), marks = tableAfter("benchmarks");
              const measured = { given: column(nodes, 2), states: [press(nodes, 2)], down: column(nodes, 2) };
              measured.states.push(press(nodes, 2));
              measured.up = column(nodes, 2);
              measured.states.push(press(nodes, 0), nodes.tHead.rows[0].cells[2].ariaSort);
              measured.names = column(nodes, 0);
              press(marks, 2);
              measured.medians = column(marks, 2);
              const bar = page.querySelector("figure svg rect[data-tip]"), tip = page.getElementById("tip"), hidden = tip.hidden;
              bar.dispatchEvent(new frame.contentWindow.PointerEvent("pointerover", { bubbles: true, clientX: 1290, clientY: 890 }));
              const box = tip.getBoundingClientRect();
              measured.tip = { hidden, shown: !tip.hidden, text: tip.textContent, inside: box.left >= 0 && box.right <= 1300 && box.bottom <= 900 };
              page.body.dispatchEvent(new frame.contentWindow.PointerEvent("pointerover", { bubbles: true }));
              measured.tip.gone = tip.hidden;
              measured.untold = [...page.querySelectorAll("figure svg rect title")].length;
              document.getElementById("measured").textContent = JSON.stringify(measured);
            });
            </script>
            """);

        (string dom, string[] console) = Chromium.Load(driver, dark: false);

        Assert.Empty(console);
        using JsonDocument document = JsonDocument.Parse(WebUtility.HtmlDecode(Measured().Match(dom).Groups[1].Value));
        JsonElement measured = document.RootElement;
        double[] given = Numbers(measured.GetProperty("given"));
        Assert.Equal(given.OrderDescending(), Numbers(measured.GetProperty("down")));
        Assert.Equal(given.Order(), Numbers(measured.GetProperty("up")));
        Assert.Equal(["descending", "ascending", "ascending", ""], measured.GetProperty("states").EnumerateArray().Select(state => state.ToString()));
        Assert.Equal(SampleReport.Ten, measured.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal([1234.6, 512, 90.5], Numbers(measured.GetProperty("medians")));
        JsonElement tip = measured.GetProperty("tip");
        Assert.All((string[])["hidden", "shown", "inside", "gone"], state => Assert.True(tip.GetProperty(state).GetBoolean(), state));
        Assert.Matches("^node-[0-9]: [0-9.]+ % of the circle, [0-9]+ keys", tip.GetProperty("text").GetString());
        Assert.Equal(0, measured.GetProperty("untold").GetInt32());
    }

    [ChromiumFact]
    public void Console_PageWithAnError_IsSeen()
    {
        string page = _folder.Write("bad.html", "<!doctype html><script>throw new Error('broken')</script>");

        Assert.Contains("broken", Assert.Single(Chromium.Load(page, dark: false).Console), StringComparison.Ordinal);
    }

    private static double[] Numbers(JsonElement cells) =>
        [.. cells.EnumerateArray().Select(cell => double.Parse(cell.GetString()!.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture))];

    private static void AssertFrame(JsonElement frame, bool dark)
    {
        string name = $"{frame.GetProperty("name")}, {(dark ? "dark" : "light")}";
        Assert.True(frame.GetProperty("clientWidth").GetInt32() >= 370, name);
        Assert.True(
            frame.GetProperty("scrollWidth").GetInt32() <= frame.GetProperty("clientWidth").GetInt32(),
            $"{name}: {frame.GetProperty("scrollWidth")} wide in {frame.GetProperty("clientWidth")}");
        foreach (string ink in (string[])["ink", "plotInk"])
        {
            double contrast = Contrast(frame.GetProperty("paper").GetString()!, frame.GetProperty(ink).GetString()!);
            Assert.True(contrast >= 7, $"{name}: {ink} has a contrast of {contrast:0.0}");
        }

        Assert.Equal(dark, Luminance(frame.GetProperty("paper").GetString()!) < 0.2);
        JsonElement[] plots = [.. frame.GetProperty("plots").EnumerateArray()];
        Assert.Equal(name.StartsWith("whole", StringComparison.Ordinal) ? WholePlots : Plots, plots.Length);
        Assert.All(plots, plot =>
        {
            Assert.True(plot.GetProperty("width").GetDouble() > 300, name);
            Assert.True(plot.GetProperty("height").GetDouble() > 190, name);
            Assert.True(plot.GetProperty("texts").GetInt32() > 0, name);
            string[] outside = [.. plot.GetProperty("outside").EnumerateArray().Select(text => text.GetString()!)];
            Assert.True(outside.Length == 0, $"{name}: outside of the picture: {string.Join(" | ", outside)}");
        });
    }

    // WCAG 2.2, contrast ratio and relative luminance.
    private static double Contrast(string paper, string ink)
    {
        double x = Luminance(paper) + 0.05;
        double y = Luminance(ink) + 0.05;
        return Math.Max(x, y) / Math.Min(x, y);
    }

    private static double Luminance(string color)
    {
        double[] channels = [.. Channel().Matches(color).Take(3).Select(match => Linear(double.Parse(match.Value, CultureInfo.InvariantCulture) / 255))];
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    [GeneratedRegex("<pre id=\"measured\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Measured();

    [GeneratedRegex("[0-9.]+")]
    private static partial Regex Channel();
}
