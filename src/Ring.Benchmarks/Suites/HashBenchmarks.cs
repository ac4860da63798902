using System.Buffers.Binary;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Rivals;
using RingPerf.Hashing;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a key's position cost alone, by hash and key length?")]
public class HashBenchmarks
{
    private const int Keys = 1024;

    // A pilot needs invocations of some length to settle on their number.
    private const int Passes = 16;
    private const int Positions = Passes * Keys;
    private const int Seed = 1;

    private byte[] _utf8 = null!;

    [Params(8, 16, 36, 55, 56, 64, 100, 200)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _utf8 = new byte[Keys * Length];
        var random = new Random(Seed);
        random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789-"u8, _utf8);
        for (int start = 0; start < _utf8.Length; start += Length)
        {
            ReadOnlySpan<byte> key = _utf8.AsSpan(start, Length);
            uint reference = MD5HashData(key);
            RivalCheck.Same("md5", $"key {start / Length}", Md5Hash.Position(key), reference);
            RivalCheck.Same("md5-platform", $"key {start / Length}", PlatformMd5Hash.Position(key), reference);
        }
    }

    [Benchmark(Baseline = true, Description = "MD5.HashData", OperationsPerInvoke = Positions)]
    public uint ClassLibraryMd5()
    {
        uint sum = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int start = 0; start < _utf8.Length; start += Length)
            {
                sum += MD5HashData(_utf8.AsSpan(start, Length));
            }
        }

        return sum;
    }

    [Benchmark(Description = "md5", OperationsPerInvoke = Positions)]
    public uint Md5() => Sum<Md5Hash>();

    [Benchmark(Description = "md5-platform", OperationsPerInvoke = Positions)]
    public uint Md5Platform() => Sum<PlatformMd5Hash>();

    [Benchmark(Description = "xxhash3", OperationsPerInvoke = Positions)]
    public uint XxHash3() => Sum<XxHash3Hash>();

    [Benchmark(Description = "xxhash64", OperationsPerInvoke = Positions)]
    public uint XxHash64() => Sum<XxHash64Hash>();

    [Benchmark(Description = "xxhash32", OperationsPerInvoke = Positions)]
    public uint XxHash32() => Sum<XxHash32Hash>();

    [Benchmark(Description = "crc32", OperationsPerInvoke = Positions)]
    public uint Crc32() => Sum<Crc32Hash>();

    private static uint MD5HashData(ReadOnlySpan<byte> key)
    {
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(key, digest);
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }

    private uint Sum<THash>() where THash : struct, IKeyHash<THash>
    {
        uint sum = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int start = 0; start < _utf8.Length; start += Length)
            {
                sum += THash.Position(_utf8.AsSpan(start, Length));
            }
        }

        return sum;
    }
}
