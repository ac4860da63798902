namespace RingPerf.Preference;

/// <summary>The filter that lets every node pass.</summary>
internal readonly struct EveryNode : INodeFilter
{
    public bool Accepts(int node) => true;
}
