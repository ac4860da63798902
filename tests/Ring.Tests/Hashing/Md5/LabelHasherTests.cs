using System.Globalization;
using System.Text;
using RingPerf.Hashing.Md5;

namespace RingPerf.Tests.Hashing.Md5;

public class LabelHasherTests
{
    public static TheoryData<string> Supported => Kernels.Supported;

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EveryPrefixLength_EqualsPlatform(string kernel)
    {
        byte[] prefix = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(i => $"n{i}-é")));
        for (int length = 0; length <= 200; length++)
        {
            AssertPositions(kernel, prefix.AsSpan(0, length), 0, 130);
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_AcrossADigitMore_EqualsPlatform(string kernel)
    {
        int[] firsts = [0, 1, 8, 9, 10, 95, 99, 100, 990, 999, 9_990, 99_999, 999_990, 9_999_990, 99_999_990, 999_999_990, int.MaxValue - 70];
        foreach (int first in firsts)
        {
            for (int length = 38; length <= 66; length++)
            {
                AssertPositions(kernel, new byte[length], first, 70);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EveryCount_EqualsPlatform(string kernel)
    {
        for (int count = 0; count <= 200; count++)
        {
            AssertPositions(kernel, "node-1-"u8, 0, count);
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_Thousands_EqualsPlatform(string kernel)
    {
        AssertPositions(kernel, "b'4c1ae0d6-a2f5-4e2c-8c1b-1c6a9a0e9f11'-"u8, 0, 12_000);
        AssertPositions(kernel, new byte[51], 0, 12_000);
    }

    [Fact]
    public void LabelHasher_GoldenLabels_CollideAsInPython()
    {
        uint[] positions = new uint[100];
        LabelHasher.Positions("node-71-"u8, 0, positions);
        Assert.Equal(0x680e59bfu, positions[89]);
        LabelHasher.Positions("node-407-"u8, 48, positions);
        Assert.Equal(0x680e59bfu, positions[0]);
        LabelHasher.Positions("b'node-665'-"u8, 0, positions);
        Assert.Equal(0x16afd2d9u, positions[57]);
    }

    internal static void AssertPositions(string kernel, ReadOnlySpan<byte> prefix, int first, int count)
    {
        uint[] expected = new uint[count];
        for (int i = 0; i < count; i++)
        {
            byte[] number = Encoding.ASCII.GetBytes((first + i).ToString(CultureInfo.InvariantCulture));
            expected[i] = KeyTable.PlatformPosition([.. prefix, .. number]);
        }

        uint[] positions = new uint[count];
        DirtyStack.Fill();
        Md5Kernels.ByName(kernel).Positions(new LabelPrefix(prefix), first, positions);
        Assert.Equal(expected, positions);
    }
}
