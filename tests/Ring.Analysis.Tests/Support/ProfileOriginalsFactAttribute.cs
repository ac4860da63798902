namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact that needs the originals of the compatibility profiles.</summary>
public sealed class ProfileOriginalsFactAttribute()
    : RequirementFactAttribute(Present, "tooz, uhashring and libmemcached (Debian: python3-tooz, python3-uhashring, libmemcached11)")
{
    private const string Packages = "/usr/lib/python3/dist-packages/";

    private static bool Present => File.Exists(Packages + "tooz/hashring.py") && File.Exists(Packages + "uhashring/ring_ketama.py")
        && Directory.Exists("/usr/lib") && Directory.EnumerateFiles("/usr/lib", "libmemcached.so.11", Deep).Any();

    private static EnumerationOptions Deep => new() { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true };
}
