using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Soak.Sizing;

namespace RingPerf.Coordination.Soak.Backends;

/// <summary>A back end whose server is started, stopped and frozen here.</summary>
internal interface ISoakBackend : IAsyncDisposable
{
    string Name { get; }

    /// <summary>The server, with its version.</summary>
    string Version { get; }

    ServerProcess Server { get; }

    int Port { get; }

    /// <summary>What the server adds to the life of a member that is gone.</summary>
    TimeSpan Grace { get; }

    /// <summary>Variables that Python agents need.</summary>
    IReadOnlyDictionary<string, string>? PythonEnvironment { get; }

    /// <summary>The drivers of agents in this process.</summary>
    CoordinationDriverRegistry Drivers { get; }

    string Url(TimeSpan life, int? port = null);

    /// <summary>Starts the server that was stopped.</summary>
    /// <param name="keepData">Whether it finds what it had, or nothing.</param>
    Task StartAgainAsync(bool keepData);

    /// <summary>What the server has done since it started.</summary>
    Task<ServerLoad> LoadAsync();
}
