namespace RingPerf.Tests;

/// <summary>A guard without a clock: the JIT compiles the hot paths into as few methods as it should.</summary>
/// <remarks>A search or a hash that is no longer compiled into its caller shows up as a call here, a loop that was unrolled by mistake
/// as many bytes. Bounds leave a fifth of room.</remarks>
public sealed class GeneratedCodeTests
{
    private const string Core = "RingPerf.RingCore`2[RingPerf.Hashing.Md5Hash,RingPerf.Search.";
    private const string Scalar = "RingPerf.Hashing.Md5.Md5Scalar:Position";

    private static readonly Lazy<CodeListing> Listing = new(() => CodeListing.Of(typeof(Program).Assembly.Location));

    [X64Fact]
    public void Find_Utf8_CallsTheHashAndNothingElse()
    {
        string find = Core + "BucketSearch]:Find(System.ReadOnlySpan`1[byte])";

        Assert.Equal([Scalar], Listing.Value.Calls(find));
        Assert.InRange(Listing.Value.Bytes(find), 100, 240);
    }

    [X64Fact]
    public void Find_Utf8OfALargeRing_CallsTheHashAndItsRareWayOut() =>
        Assert.Equal(
            [Scalar, "RingPerf.Search.InterpolationSearch:UpperBound"],
            Listing.Value.Calls(Core + "CompactLineSearch]:Find(System.ReadOnlySpan`1[byte])"));

    [X64Fact]
    public void Position_OneBlock_IsOneMethod()
    {
        string position = Scalar + "(System.ReadOnlySpan`1[byte]):uint";

        // The one call is for keys of several blocks.
        Assert.Equal([Scalar], Listing.Value.Calls(position));
        Assert.InRange(Listing.Value.Bytes(position), 700, 1500);
    }

    [X64Fact]
    public void FindMany_Utf8_CallsKernelAndSearchOnceABlock() =>
        Assert.Equal(
            ["r10", "RingPerf.Search.BucketSearch:FindOwners", "RingPerf.Search.BucketSearch:FindOwners"],
            Listing.Value.Calls(Core + "BucketSearch]:FindMany(System.ReadOnlySpan`1[byte]"));

    [X64Fact]
    public void FindOwners_OwnersOfTwoBytes_IsOneMethod()
    {
        const string FindOwners = "RingPerf.Search.BucketSearch:FindOwners[ushort]";

        Assert.Empty(Listing.Value.Calls(FindOwners));
        Assert.InRange(Listing.Value.Bytes(FindOwners), 80, 200);
    }

    [X64Fact]
    public void FindMany_Utf8OfALargeRing_CallsKernelAndSearchOnceABlock() =>
        Assert.Equal(
            ["r10", "RingPerf.Search.CompactLineSearch:FindOwners"],
            Listing.Value.Calls(Core + "CompactLineSearch]:FindMany(System.ReadOnlySpan`1[byte]"));

    [X64Fact]
    public void GetNodeIndex_TypeArguments_IsCompiledIntoItsCallerButForTheHash() => Assert.Equal(
        [Scalar], Listing.Value.Calls("RingPerf.Tests.Program:LookUp[RingPerf.Hashing.Md5Hash]"));

    [X64Fact]
    public void GetNodeIndex_HashOfOnesOwn_IsCompiledIntoItsCallerWhole() =>
        Assert.Equal(["RingPerf.Tests.FnvHash:Position"], Listing.Value.Calls("RingPerf.Tests.Program:LookUp[RingPerf.Tests.FnvHash]"));
}
