namespace RingPerf.Analysis.Reports.Page;

/// <summary>A node of the page's ring.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Rank">Its precedence: of two nodes on one position the greater rank wins, where the last given one does.</param>
internal sealed record PageNode(string Name, double Weight, int Rank);
