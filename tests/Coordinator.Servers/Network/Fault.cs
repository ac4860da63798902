namespace RingPerf.Coordination.Servers.Network;

/// <summary>What a <see cref="FaultProxy"/> does with what passes through it.</summary>
public enum Fault
{
    /// <summary>Everything passes, after the delay and at the rate that are set.</summary>
    None,

    /// <summary>Nothing passes either way; connections stay open, and new ones are accepted.</summary>
    Blackhole,

    /// <summary>What the client sends is lost; what the server sends passes.</summary>
    LoseRequests,

    /// <summary>What the client sends passes; what the server sends is lost.</summary>
    LoseReplies,

    /// <summary>The server's side is closed and the client never hears of it, as after a crash of its host; new connections are
    /// accepted and never answered.</summary>
    HalfOpen,

    /// <summary>Every connection, open or new, is reset.</summary>
    Reset,

    /// <summary>Open connections are reset and new ones refused, since nobody listens.</summary>
    Refuse,
}
