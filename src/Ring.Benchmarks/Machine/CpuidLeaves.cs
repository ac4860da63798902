using System.Runtime.Intrinsics.X86;

namespace RingPerf.Benchmarks.Machine;

/// <summary>What an x86 CPU says of itself through CPUID, whatever the operating system shows.</summary>
/// <remarks>Source: Intel SDM volume 2A, CPUID leaves 1 and 4; AMD APM volume 3, leaves 8000_0001, 8000_0005, 8000_0006 and 8000_001D.</remarks>
internal static class CpuidLeaves
{
    private const int Features = 1;
    private const int IntelCaches = 4;
    private const int AmdHighest = unchecked((int)0x8000_0000);
    private const int AmdFeatures = unchecked((int)0x8000_0001);
    private const int AmdLevel1 = unchecked((int)0x8000_0005);
    private const int AmdLevel2 = unchecked((int)0x8000_0006);
    private const int AmdCaches = unchecked((int)0x8000_001d);
    private const int AmdVendor = 0x68747541;
    private const int TopologyExtensions = 1 << 22;
    private const int MostCaches = 16;
    private const string Data = "data";
    private const string Instruction = "instruction";
    private const string Unified = "unified";

    /// <summary>Family and model as the vendor counts them, or null on another architecture.</summary>
    internal static (int Family, int Model)? FamilyAndModel()
    {
        if (!X86Base.IsSupported)
        {
            return null;
        }

        int signature = X86Base.CpuId(Features, 0).Eax;
        int family = (signature >> 8) & 0xf;
        int model = (signature >> 4) & 0xf;
        int extendedModel = (signature >> 16) & 0xf;
        return (
            family == 0xf ? family + ((signature >> 20) & 0xff) : family,
            family is 0x6 or 0xf ? (extendedModel << 4) + model : model);
    }

    /// <summary>The caches a core sees, or none where the CPU does not say.</summary>
    internal static IReadOnlyList<CpuCache> Caches()
    {
        if (!X86Base.IsSupported)
        {
            return [];
        }

        (int highest, int vendor, _, _) = X86Base.CpuId(0, 0);
        if (vendor != AmdVendor)
        {
            return highest >= IntelCaches ? [.. Listed(IntelCaches)] : [];
        }

        bool hasList = (X86Base.CpuId(AmdFeatures, 0).Ecx & TopologyExtensions) != 0;
        CpuCache[] listed = hasList ? [.. Listed(AmdCaches)] : [];
        return listed.Length > 0 ? listed : [.. OlderAmd()];
    }

    private static IEnumerable<CpuCache> Listed(int leaf)
    {
        for (int index = 0; index < MostCaches; index++)
        {
            (int eax, int ebx, int ecx, _) = X86Base.CpuId(leaf, index);
            int kind = eax & 0x1f;
            if (kind == 0)
            {
                yield break;
            }

            long ways = ((uint)ebx >> 22) + 1;
            long partitions = ((ebx >> 12) & 0x3ff) + 1;
            long line = (ebx & 0xfff) + 1;
            long sets = (uint)ecx + 1L;
            string name = kind switch { 1 => Data, 2 => Instruction, _ => Unified };
            yield return new CpuCache((eax >> 5) & 0x7, name, ways * partitions * line * sets);
        }
    }

    /// <summary>A hypervisor may blank the list but not these leaves. Their third level is the sum over all dies, so it is left out.</summary>
    private static IEnumerable<CpuCache> OlderAmd()
    {
        if ((uint)X86Base.CpuId(AmdHighest, 0).Eax < unchecked((uint)AmdLevel2))
        {
            yield break;
        }

        (_, _, int data, int instruction) = X86Base.CpuId(AmdLevel1, 0);
        yield return new CpuCache(1, Data, ((uint)data >> 24) * 1024L);
        yield return new CpuCache(1, Instruction, ((uint)instruction >> 24) * 1024L);
        yield return new CpuCache(2, Unified, ((uint)X86Base.CpuId(AmdLevel2, 0).Ecx >> 16) * 1024L);
    }
}
