using System.Runtime.CompilerServices;
using RingPerf.Hashing;
using RingPerf.Hashing.Ketama;
using RingPerf.Hashing.Tooz;
using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf;

/// <summary>Options to specialised code: the one switch over hashes and the one over searches.</summary>
internal abstract class RingCoreFactory
{
    // Up to here positions, owners and table stay in a second-level cache; above, one line a lookup costs fewer misses.
    private const int MostBucketPoints = 200_000;

    /// <summary>The factory of a hash.</summary>
    internal static RingCoreFactory For(HashFunction hash) => hash switch
    {
        HashFunction.Md5 => new Of<Md5Hash>(),
        HashFunction.Md5Platform => new Of<PlatformMd5Hash>(),
        HashFunction.XxHash3 => new Of<XxHash3Hash>(),
        HashFunction.XxHash64 => new Of<XxHash64Hash>(),
        HashFunction.XxHash32 => new Of<XxHash32Hash>(),
        HashFunction.Crc32 => new Of<Crc32Hash>(),
        _ => throw new SwitchExpressionException(hash),
    };

    /// <summary>The factory of a profile.</summary>
    internal static RingCoreFactory For(HashRingOptions options) => options.Profile switch
    {
        RingProfile.Tooz => new Of<ToozHash>(),
        RingProfile.Ketama => new Of<KetamaHash>(),
        RingProfile.UhashringKetama => new Of<UhashringHash>(),
        _ => For(options.Hash),
    };

    /// <summary>Positions of the labels <c>prefix0</c>, <c>prefix1</c>, … in replica order.</summary>
    internal abstract void HashLabels(ReadOnlySpan<byte> prefix, Span<uint> positions);

    /// <summary>The lookup code for a table of points.</summary>
    internal abstract RingCore Create(PointTable points, SearchAlgorithm search);

    internal sealed class Of<THash> : RingCoreFactory where THash : struct, IKeyHash<THash>
    {
        internal override void HashLabels(ReadOnlySpan<byte> prefix, Span<uint> positions) => THash.LabelPositions(prefix, positions);

        internal override RingCore Create(PointTable points, SearchAlgorithm search)
        {
            if (points.Count == 0)
            {
                return Exactly<EmptySearch>(points);
            }

            switch (search)
            {
                case SearchAlgorithm.Linear:
                    return Exactly<LinearSearch>(points);
                case SearchAlgorithm.Binary:
                    return Exactly<BinarySearch>(points);
                case SearchAlgorithm.Branchless:
                    return Exactly<BranchlessSearch>(points);
                case SearchAlgorithm.Eytzinger:
                    return Exactly<EytzingerSearch>(points);
                case SearchAlgorithm.Interpolation:
                    return Exactly<InterpolationSearch>(points);
                case SearchAlgorithm.Bucket:
                case SearchAlgorithm.Auto when points.Count <= MostBucketPoints:
                    return Exactly<BucketSearch>(points);
                case SearchAlgorithm.Line:
                case SearchAlgorithm.Auto:
                    return CompactLineSearch.Holds(points.Search) ? Exactly<CompactLineSearch>(points) : Exactly<LineSearch>(points);
                default:
                    throw new SwitchExpressionException(search);
            }
        }

        internal static RingCore<THash, TSearch> With<TSearch>(PointTable points) where TSearch : struct, IPointSearch<TSearch> =>
            new(TSearch.Build(points.Search));

        private static RingCore Exactly<TSearch>(PointTable points) where TSearch : struct, IPointSearch<TSearch> =>
            points.Exact is null || points.Count == 0 ? With<TSearch>(points) : new ToozCore<TSearch>(TSearch.Build(points.Search), points);
    }
}
