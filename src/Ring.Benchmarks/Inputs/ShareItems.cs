using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>The items that a group shares, the same in eng/bench_python.py: UUIDs from the MD5 of <c>item-0</c>, <c>item-1</c>, ….</summary>
internal static class ShareItems
{
    internal const int Count = 1_000_000;

    internal static string[] Take(int count)
    {
        string[] items = new string[count];
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = MD5.HashData(Encoding.ASCII.GetBytes("item-" + i.ToString(CultureInfo.InvariantCulture)));
            bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            items[i] = new Guid(bytes, bigEndian: true).ToString();
        }

        return items;
    }
}
