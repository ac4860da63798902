using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Tests.Support;

/// <summary>The ring of a report's page, worked by its fields and buttons in a real browser.</summary>
internal static partial class RingPage
{
    private const string Driver = """
        <!doctype html><meta charset="utf-8"><iframe src="out/index.html" width="1300" height="900"></iframe><pre id="measured"></pre><script>
        const steps = STEPS;
        addEventListener("load", () => {
          const frame = document.querySelector("iframe"), page = frame.contentDocument;
          const bridge = page.createElement("script");
          bridge.textContent = "window.bridge = { page: ringPage, original: ringPage.ring };";
          page.body.append(bridge);
          const { page: live, original } = frame.contentWindow.bridge;
          const field = name => page.getElementById("try-" + name);
          const rows = () => [...page.querySelectorAll("#try-nodes tbody tr")];
          const rowOf = name => rows().find(row => row.querySelector("th").title === name);
          const type = (input, text) => { input.value = text; input.dispatchEvent(new Event("input")); };
          const act = {
            look() {},
            add({ name, weight }) { type(field("name"), name); type(field("weight"), weight); field("add").requestSubmit(); },
            press({ name }) { rowOf(name).querySelector("button").click(); },
            reweight({ name, weight }) { type(rowOf(name).querySelector("input"), weight); },
            reset() { field("reset").click(); },
          };
          const measured = steps.map(step => {
            act[step.act](step);
            const ring = live.ring, owned = ring.owned();
            return {
              nodes: ring.nodes.map(node => node.name), positions: [...ring.positions], owners: [...ring.owners],
              lengths: ring.nodes.map(node => owned.get(node.name).length), points: ring.nodes.map(node => owned.get(node.name).points),
              weights: ring.nodes.map(node => node.weight), moved: original.movedTo(ring),
              status: field("status").textContent, error: field("error").textContent,
              rows: rows().map(row => [row.querySelector("th").title, ...[...row.cells].slice(2, 5).map(cell => cell.textContent)]),
              colors: [...page.querySelectorAll("#try-now path")].map(path => getComputedStyle(path).fill),
              owner: (step.keys ?? []).map(key => { type(field("key"), key); return field("owner").textContent; }),
            };
          });
          document.getElementById("measured").textContent = JSON.stringify(measured);
        });
        </script>
        """;

    /// <summary>Opens a report's page, takes the steps one after another and tells what the page has after each.</summary>
    internal static JsonElement[] Run(ReportData data, params object[] steps)
    {
        using var folder = new TestFolder();
        SampleReport.Write(folder.Of("out"), data);
        string driver = folder.Write("driver.html", Driver.Replace("STEPS", JsonSerializer.Serialize(steps), StringComparison.Ordinal));

        (string dom, string[] console) = Chromium.Load(driver, dark: false);

        Assert.Empty(console);
        using JsonDocument measured = JsonDocument.Parse(WebUtility.HtmlDecode(Measured().Match(dom).Groups[1].Value));
        JsonElement[] states = [.. measured.RootElement.Clone().EnumerateArray()];
        Assert.Equal(steps.Length, states.Length);
        return states;
    }

    internal static object Look(params string[] keys) => new { act = "look", keys };

    internal static object Add(string name, string weight, params string[] keys) => new { act = "add", name, weight, keys };

    internal static object Press(string name) => new { act = "press", name = PrintableText.Of(name) };

    internal static object Reweight(string name, string weight, params string[] keys) =>
        new { act = "reweight", name = PrintableText.Of(name), weight, keys };

    internal static object Reset() => new { act = "reset" };

    [GeneratedRegex("<pre id=\"measured\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Measured();
}
