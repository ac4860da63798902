namespace RingPerf.Coordination;

/// <summary>A read was overtaken by a leave, so that it must not join the group again. Never leaves the coordinator.</summary>
internal sealed class GroupLeftException : Exception;
