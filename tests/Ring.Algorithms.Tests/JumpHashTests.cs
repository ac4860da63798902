namespace RingPerf.Algorithms.Tests;

public sealed class JumpHashTests
{
    /// <summary>Vectors of the Go port, https://github.com/dgryski/go-jump, jump_test.go.</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(42, 57, 43)]
    [InlineData(0xDEAD10CC, 1, 0)]
    [InlineData(0xDEAD10CC, 666, 361)]
    [InlineData(256, 1024, 520)]
    public void Bucket_PublishedVectors_Match(ulong key, int buckets, int bucket) => Assert.Equal(bucket, JumpHash.Bucket(key, buckets));

    [Fact]
    public void Bucket_OneBucketMore_MovesKeysToItOnly()
    {
        foreach (ulong key in Inputs.Keys(200))
        {
            for (int buckets = 1; buckets < 100; buckets++)
            {
                int after = JumpHash.Bucket(key, buckets + 1);
                Assert.True(after == JumpHash.Bucket(key, buckets) || after == buckets, $"key {key}, {buckets} buckets");
            }
        }
    }

    [Fact]
    public void Bucket_MostBuckets_IsInRange() =>
        Assert.All(Inputs.Keys(100), key => Assert.InRange(JumpHash.Bucket(key, int.MaxValue), 0, int.MaxValue - 1));
}
