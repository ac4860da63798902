namespace RingPerf.Benchmarks.Inputs;

/// <summary>The default nodes, <c>node-0</c>, <c>node-1</c>, ….</summary>
internal static class NodeNames
{
    internal static string[] Take(int count)
    {
        string[] names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = $"node-{i}";
        }

        return names;
    }
}
