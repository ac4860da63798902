using System.Text.Json.Serialization;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>What an agent prints at each poll.</summary>
/// <param name="At">When it looked, by its own clock.</param>
/// <param name="Id">Its name.</param>
/// <param name="State">Where it stands: <c>member</c>, <c>rejoining</c>, <c>backend-lost</c> or <c>inactive</c>.</param>
/// <param name="Members">The members it read, ascending.</param>
/// <param name="Mine">Its share.</param>
public sealed record AgentReport(
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("members")] IReadOnlyList<string> Members,
    [property: JsonPropertyName("mine")] IReadOnlyList<string> Mine);
