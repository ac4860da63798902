namespace RingPerf.Analysis.Reports.Page;

/// <summary>How the page was made, and the data beside it.</summary>
internal static class RunSection
{
    internal static string Html(ReportData data)
    {
        RunDescription run = data.Run;
        string files = string.Join(", ", ReportFiles.Data(data).Select(file => PageText.Link(file.Name)));
        return "<h2 id=\"run\">How this page was made</h2>\n<dl>\n" +
            $"<dt>command</dt><dd>{PageText.Command(run.Command)}</dd>\n" +
            $"<dt>ring</dt><dd>{Wording.Count(data.Ring.Nodes.Count, "node")} × {Wording.Count(data.Ring.Options.Replicas, "replica")}, profile {run.Profile}, labels {run.Labels}, hash {run.Hash}, collisions {run.CollisionRule}</dd>\n" +
            $"<dt>keys</dt><dd>{PageText.Escape(run.Keys)}</dd>\n" +
            PageText.Of($"<dt>seeds</dt><dd>{data.Sweep.Cells[0].Seeds:N0} from {data.Seed}</dd>\n") +
            $"<dt>software</dt><dd>ringperf {PageText.Escape(run.Version)}, {PageText.Escape(run.Runtime)}, {PageText.Escape(run.Platform)}</dd>\n</dl>\n" +
            $"<p class=\"soft\">Data: {files}.</p>\n";
    }
}
