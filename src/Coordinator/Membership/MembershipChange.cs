namespace RingPerf.Coordination;

/// <summary>What happened to a member of a group.</summary>
public enum MembershipChange
{
    /// <summary>The member is in the group and was not before.</summary>
    Joined = 0,

    /// <summary>The member was in the group and is no longer: it left, expired, was removed, or the group is gone.</summary>
    Left = 1,
}
