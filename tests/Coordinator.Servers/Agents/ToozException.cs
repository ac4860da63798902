namespace RingPerf.Coordination.Servers.Agents;

/// <summary>A command of a <see cref="ToozShell"/> raised.</summary>
/// <param name="type">The Python type's name.</param>
/// <param name="text">Its text.</param>
public sealed class ToozException(string type, string text) : Exception($"{type}: {text}")
{
    public string Type { get; } = type;
}
