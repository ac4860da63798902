using System.Text;

namespace RingPerf.Tests;

/// <summary>Keys as a packed batch, with bytes before the first and behind the last that belong to none.</summary>
internal sealed record PackedKeys(byte[] Utf8, int[] Offsets)
{
    internal static PackedKeys Of(IReadOnlyCollection<string> keys)
    {
        int[] offsets = [2, .. keys.Select(Encoding.UTF8.GetByteCount)];
        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return new PackedKeys(Encoding.UTF8.GetBytes("??" + string.Concat(keys) + "??"), offsets);
    }
}
