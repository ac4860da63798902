namespace RingPerf.Coordination;

/// <summary>Why a member's life ran out.</summary>
/// <param name="Length">The time since the last beat that succeeded.</param>
/// <param name="Holds">How long that beat held.</param>
/// <param name="IsPause">Whether none was tried either: the process was suspended or starved.</param>
internal readonly record struct MemberSilence(TimeSpan Length, TimeSpan Holds, bool IsPause);
