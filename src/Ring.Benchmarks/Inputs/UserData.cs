namespace RingPerf.Benchmarks.Inputs;

/// <summary>The nodes and keys of the lookup suites: the user's files where given, else the defaults.</summary>
/// <remarks>Paths travel in environment variables, since BenchmarkDotNet's full mode runs each suite in a process of its own.</remarks>
internal static class UserData
{
    private const string NodesVariable = "RINGPERF_NODES_FILE";
    private const string KeysVariable = "RINGPERF_KEYS_FILE";
    private const string DefaultKeysName = "uuid";

    /// <summary>What a table calls the keys.</summary>
    internal static string KeysName => Path.GetFileName(Variable(KeysVariable)) ?? DefaultKeysName;

    /// <summary>Checks the files and makes them the input of every suite that is run from here on; null takes the defaults.</summary>
    /// <exception cref="UsageException">A file is wrong.</exception>
    internal static void Use(string? nodesFile, string? keysFile)
    {
        _ = nodesFile is null ? [] : ReadNodes(nodesFile);
        _ = keysFile is null ? [] : ReadKeys(keysFile);
        SetVariable(NodesVariable, nodesFile);
        SetVariable(KeysVariable, keysFile);
    }

    internal static string[] Nodes(int defaultCount) =>
        Variable(NodesVariable) is string file ? ReadNodes(file) : NodeNames.Take(defaultCount);

    internal static KeyStream Keys() =>
        Variable(KeysVariable) is string file ? new KeyStream(ReadKeys(file)) : KeyStream.Uuids();

    private static string[] ReadNodes(string path)
    {
        string[] nodes = LineFile.Read(path);
        if (nodes.Length == 0)
        {
            throw new UsageException($"{path}: empty; a ring needs at least one node");
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Length == 0)
            {
                throw new UsageException($"{path}:{i + 1}: empty line; a node needs a name");
            }

            if (nodes[i].Contains('\t', StringComparison.Ordinal))
            {
                throw new UsageException($"{path}:{i + 1}: has a tab; weights are not supported");
            }
        }

        return nodes;
    }

    private static string[] ReadKeys(string path)
    {
        string[] keys = LineFile.Read(path);
        return keys.Length > 0 ? keys : throw new UsageException($"{path}: no keys; a lookup needs at least one");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static void SetVariable(string name, string? file) =>
        Environment.SetEnvironmentVariable(name, file is null ? null : Path.GetFullPath(file));
}
