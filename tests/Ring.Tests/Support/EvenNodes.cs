namespace RingPerf.Tests;

/// <summary>Lets even indexes pass, and writes down every question.</summary>
internal readonly struct EvenNodes(List<int> asked) : INodeFilter
{
    public bool Accepts(int node)
    {
        asked.Add(node);
        return int.IsEvenInteger(node);
    }
}
