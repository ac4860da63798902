namespace RingPerf.Coordination.Servers.Agents;

/// <summary>Starts agents of aodh's own <c>PartitionCoordinator</c>.</summary>
public static class PythonAgent
{
    internal const string Interpreter = "/usr/bin/python3";
    /// <summary>What a machine without them lacks.</summary>
    public const string Requirement = "the Python originals (Debian: python3-aodh, python3-tooz)";

    private const string Packages = "/usr/lib/python3/dist-packages";

    public static bool IsInstalled =>
        File.Exists($"{Packages}/aodh/coordination.py") && File.Exists($"{Packages}/tooz/coordination.py");

    /// <summary>Starts an agent; its first report comes about a second later.</summary>
    /// <param name="options">What the agent is told.</param>
    /// <param name="environment">Variables to add, such as <c>PYTHONHASHSEED</c> or <c>PYTHONPATH</c>.</param>
    public static AgentProcess Start(AgentOptions options, IReadOnlyDictionary<string, string>? environment = null) =>
        AgentProcess.Start(Interpreter, ["-W", "ignore", Script("agent.py")], options, environment);

    internal static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Agents", name);
}
