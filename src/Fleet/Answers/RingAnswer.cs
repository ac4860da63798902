using System.Text.Json;

namespace RingPerf.Fleet.Answers;

/// <summary>The exact share of each member, its weight and points, and the labels that share a position.</summary>
internal sealed class RingAnswer : IAnswer
{
    private readonly string _group;
    private readonly string _labels;
    private readonly HashRing _ring;
    private readonly double[] _shares;
    private readonly int[] _points;
    private readonly RingCollision[] _collisions;

    internal RingAnswer(string group, string labels, HashRing ring)
    {
        _group = group;
        _labels = labels;
        _ring = ring;
        _shares = ring.GetShares();
        _collisions = ring.GetCollisions();
        _points = new int[ring.Nodes.Count];
        foreach (int owner in ring.Owners)
        {
            _points[owner]++;
        }
    }

    private IEnumerable<int> Nodes => Enumerable.Range(0, _ring.Nodes.Count);

    public void WriteTable(IFleetOutput output)
    {
        string sum = $"{Wording.Count(_ring.Nodes.Count, "member")}, {Wording.Count(_ring.PointCount, "point")}, {Wording.Count(_collisions.Length, "collision")}";
        output.WriteTable(
            ["member", " weight", " points", " share", " of mean"],
            Nodes.Select(node => (string[])
            [
                _ring.Nodes[node],
                Wording.Text($"{_ring.Weights[node]}"),
                Wording.Text($"{_points[node]:N0}"),
                Wording.Text($"{_shares[node]:P3}"),
                Wording.Text($"{_shares[node] * _ring.Nodes.Count:0.000}"),
            ]),
            _collisions.Select(Sentence).Prepend(sum));
    }

    public void WriteCsv(IFleetOutput output) => output.WriteCsv(
        ["member", "weight", "points", "share"],
        Nodes.Select(node => (object?[])[_ring.Nodes[node], _ring.Weights[node], _points[node], _shares[node]]));

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("group", _group);
        json.WriteString("labels", _labels);
        json.WriteNumber("replicas", _ring.Options.Replicas);
        json.WriteNumber("points", _ring.PointCount);
        json.WriteStartArray("members");
        foreach (int node in Nodes)
        {
            json.WriteStartObject();
            json.WriteString("member", _ring.Nodes[node]);
            json.WriteNumber("weight", _ring.Weights[node]);
            json.WriteNumber("points", _points[node]);
            json.WriteNumber("share", _shares[node]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCollisions(json);
        json.WriteEndObject();
    }

    private void WriteCollisions(Utf8JsonWriter json)
    {
        json.WriteStartArray("collisions");
        foreach (RingCollision collision in _collisions)
        {
            json.WriteStartObject();
            json.WriteNumber("position", collision.Position);
            WritePair(json, "labels", Winner(collision), Loser(collision));
            WritePair(json, "members", _ring.Nodes[collision.Winner], _ring.Nodes[collision.Loser]);
            json.WriteNumber("arc", collision.Arc.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, string name, string winner, string loser)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(winner);
        json.WriteStringValue(loser);
        json.WriteEndArray();
    }

    private string Sentence(RingCollision collision) =>
        Wording.Text($"at 0x{collision.Position:x8} {Winner(collision)} owns {collision.Arc.Share:P4}, {Loser(collision)} is in its shadow");

    private string Winner(RingCollision collision) => _ring.GetLabel(collision.Winner, collision.WinnerReplica);

    private string Loser(RingCollision collision) => _ring.GetLabel(collision.Loser, collision.LoserReplica);
}
