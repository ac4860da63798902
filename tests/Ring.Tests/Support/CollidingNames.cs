namespace RingPerf.Tests;

/// <summary>Names that share positions.</summary>
internal static class CollidingNames
{
    /// <summary>One CRC-32 for all eight, so that under <see cref="HashFunction.Crc32"/> each label of one is a label of all.</summary>
    /// <remarks>The names that start with U+FFFD are the greater ones by UTF-16 and the lesser ones by UTF-8.</remarks>
    internal static readonly string[] Crc32 =
        [.. from head in new[] { "\ufffdaadababa", "\U0001f600cpykchca" }
            from middle in new[] { "plumless", "buckeroo" }
            from tail in new[] { "plumless", "buckeroo" }
            select head + middle + tail];

    /// <summary>Two names of one CRC-32, and each has its replicas 0 to 7 where it has those from 10 to 17.</summary>
    internal static readonly string[] Crc32WithThemselves = ["plumlesstqrxjgpa", "buckerootqrxjgpa"];

    /// <summary>Pairs with one MD5 position in common at 100 replicas, found by search.</summary>
    internal static readonly CollidingPair[] Md5 =
    [
        new(LabelFormat.Plain, "agent-68", 58, "agent-102", 11, 0x564cf783),
        new(LabelFormat.Plain, "node989", 65, "node994", 73, 0x52408333),
        new(LabelFormat.Plain, "73", 52, "134", 49, 0x82e0cca5),
        new(LabelFormat.Plain, "agent_342", 52, "agent_442", 72, 0x8230c610),
        new(LabelFormat.Plain, "worker-262", 13, "worker-1094", 41, 0xdb23ee7a),
        new(LabelFormat.Plain, "node-71", 89, "node-407", 48, 0x680e59bf),
        new(LabelFormat.Plain, "node-546", 28, "node-699", 28, 0x1f3e0c54),
        new(LabelFormat.Plain, "node-309", 78, "node-709", 78, 0xde96c899),
        new(LabelFormat.Plain, "member-152", 18, "member-1140", 86, 0x6050584e),
        new(LabelFormat.Plain, "aodh-evaluator-104", 85, "aodh-evaluator-693", 56, 0x1a710af4),
        new(LabelFormat.PythonBytes, "node194", 13, "node204", 77, 0xab2af2d1),
        new(LabelFormat.PythonBytes, "agent-1211", 76, "agent-1228", 61, 0x2faa84c3),
        new(LabelFormat.PythonBytes, "44", 27, "666", 27, 0x2c6e612a),
        new(LabelFormat.PythonBytes, "agent_167", 98, "agent_895", 1, 0x1f757cc0),
        new(LabelFormat.PythonBytes, "worker-308", 90, "worker-1581", 90, 0x8c2ec84f),
        new(LabelFormat.PythonBytes, "node-665", 57, "node-980", 28, 0x16afd2d9),
        new(LabelFormat.PythonBytes, "node-111", 55, "node-986", 28, 0x1d10ac9a),
    ];
}
