namespace RingPerf.Coordination;

/// <summary>The rule that every driver has for the id of a group.</summary>
internal static class GroupIds
{
    internal static void Check(string groupId)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId);
        for (int i = 0; i < groupId.Length; i++)
        {
            if (i + 1 < groupId.Length && char.IsSurrogatePair(groupId[i], groupId[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(groupId[i]))
            {
                throw new ArgumentException(
                    $"A group id has the lone surrogate U+{(int)groupId[i]:X4} at index {i}; text must be valid UTF-16.", nameof(groupId));
            }
        }
    }
}
