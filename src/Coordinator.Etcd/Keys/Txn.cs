using Google.Protobuf;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd.Keys;

/// <summary>The parts that the driver's transactions are made of.</summary>
internal static class Txn
{
    internal static Compare Exists(ByteString key) =>
        new() { Key = key, Target = Compare.Types.CompareTarget.Version, Result = Compare.Types.CompareResult.NotEqual, Version = 0 };

    internal static Compare IsAbsent(ByteString key) =>
        new() { Key = key, Target = Compare.Types.CompareTarget.Version, Result = Compare.Types.CompareResult.Equal, Version = 0 };

    /// <summary>No key from the first one to before the end.</summary>
    internal static Compare IsAbsent(ByteString first, ByteString end)
    {
        Compare compare = IsAbsent(first);
        compare.RangeEnd = end;
        return compare;
    }

    internal static RequestOp Put(ByteString key, ByteString value, long lease = 0) =>
        new() { RequestPut = new PutRequest { Key = key, Value = value, Lease = lease } };

    internal static RequestOp Delete(ByteString key) => new() { RequestDeleteRange = new DeleteRangeRequest { Key = key } };

    internal static RequestOp Get(ByteString key) => new() { RequestRange = new RangeRequest { Key = key } };

    internal static ByteString Bytes(MemberCapabilities capabilities) => ByteString.CopyFrom(capabilities.Encoded.Span);

    /// <summary>What the n-th operation, a read of one key, has found.</summary>
    internal static KeyValue? Found(this TxnResponse answer, int operation) =>
        answer.Responses[operation].ResponseRange.Kvs.FirstOrDefault();
}
