using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Plots;

/// <summary>The ring as a circle, zero at the top, clockwise, every arc in its owner's colour and true length.</summary>
internal static class RingPlot
{
    private const double Inner = 0.72;
    private const int MostArcs = 20_000;
    private const int MostLegendNodes = 16;
    private const int NameWidth = 36;

    internal static Chart Of(HashRing ring)
    {
        var sectors = new List<Sector>[ring.Nodes.Count];
        for (int node = 0; node < sectors.Length; node++)
        {
            sectors[node] = [];
        }

        foreach ((int node, double start, double turn) in ring.PointCount <= MostArcs ? Arcs(ring) : Slots(ring))
        {
            sectors[node].Add(new Sector(start, turn, Inner, 1));
        }

        bool legend = ring.Nodes.Count <= MostLegendNodes;
        var marks = new List<Mark>();
        for (int node = 0; node < sectors.Length; node++)
        {
            if (sectors[node].Count > 0)
            {
                marks.Add(new SectorMark(Color.OfNode(node), legend ? PrintableText.Shortened(ring.Nodes[node], NameWidth) : null, sectors[node], ring.Nodes[node]));
            }
        }

        string form = ring.PointCount <= MostArcs
            ? string.Create(CultureInfo.InvariantCulture, $"{ring.PointCount:N0} arcs in true length")
            : string.Create(CultureInfo.InvariantCulture, $"{MostArcs:N0} equal slots in the colour of their middle's owner, since {ring.PointCount:N0} arcs are finer than a pixel");
        return new Chart(
            "ring", "The ring: position 0 at the top, clockwise", $"The circle of positions with {form}, coloured by node.", null, null, marks);
    }

    // Neighbouring arcs of one owner are drawn as one.
    private static IEnumerable<(int Node, double Start, double Turn)> Arcs(HashRing ring)
    {
        double start = 0;
        double turn = 0;
        int owner = -1;
        for (int point = 0; point < ring.PointCount; point++)
        {
            RingArc arc = ring.GetArc(point);
            if (arc.NodeIndex == owner && turn + arc.Share < 1)
            {
                turn += arc.Share;
                continue;
            }

            if (owner >= 0)
            {
                yield return (owner, start, turn);
            }

            (owner, start, turn) = (arc.NodeIndex, arc.Start / (double)HashRing.CircleLength, arc.Share);
        }

        yield return (owner, start, turn);
    }

    private static IEnumerable<(int Node, double Start, double Turn)> Slots(HashRing ring)
    {
        for (int slot = 0; slot < MostArcs; slot++)
        {
            uint middle = (uint)((slot + 0.5) / MostArcs * HashRing.CircleLength);
            yield return (ring.GetNodeIndexAt(middle), slot / (double)MostArcs, 1.0 / MostArcs);
        }
    }
}
