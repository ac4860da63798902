namespace RingPerf.Analysis.Tests.Commands;

/// <summary>The tool's answers beside those of the installed Python original, asked by a script of these tests' own.</summary>
public sealed class OriginalParityTests : IDisposable
{
    private const string Script = """
        import sys
        from aodh.coordination import HashRing

        def lines(path):
            parts = open(path, "rb").read().split(b"\n")
            return parts[:-1] if parts[-1] == b"" else parts

        folder, count = sys.argv[1], int(sys.argv[2])
        keys = lines(folder + "/keys")
        for case in range(count):
            labels, replicas = open("%s/options-%d" % (folder, case)).read().split()
            nodes = lines("%s/nodes-%d" % (folder, case))
            if labels == "plain":
                nodes = [node.decode("utf-8") for node in nodes]
            ring = HashRing(nodes, replicas=int(replicas))
            with open("%s/owners-%d" % (folder, case), "wb") as out:
                for key in keys:
                    owner = ring.get_node(key.decode("utf-8"))
                    out.write(key + b"\t" + (owner if labels != "plain" else owner.encode("utf-8")) + b"\n")
        """;

    private static readonly (string Labels, int Replicas, string Nodes)[] Cases =
    [
        ("plain", 100, "a\nb\nc"),
        ("python-bytes", 100, "a\nb\nc\n"),
        ("plain", 1, "only\n"),
        ("plain", 13, WeirdNames.File),
        ("python-bytes", 13, WeirdNames.File),
        ("plain", 100, "a\nb\na\nc\nb\n"),
        ("python-bytes", 100, "node204\nnode194\nnode204\n"),
        ("python-bytes", 100, "node204\nnode194\n"),
        ("plain", 1000, "\ufeffa\r\na\r\na\n"),
        ("python-bytes", 3, "it's\nq\"q\nboth'\"\nback\\slash\n\u007f\n\0\n\u00ff\n"),
        ("plain", 100, string.Concat(Enumerable.Range(0, 300).Select(i => $"node{i}\n"))),
    ];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonOriginalFact]
    public void Owners_ManyRings_AreThoseOfTheOriginal()
    {
        string[] keys = [.. WeirdNames.All, "", "tab\t", .. Enumerable.Range(0, 1500).Select(i => $"res-{i}"), new string('k', 100_000)];
        _folder.Write("keys", string.Join('\n', keys));
        for (int i = 0; i < Cases.Length; i++)
        {
            _folder.Write($"nodes-{i}", Cases[i].Nodes);
            _folder.Write($"options-{i}", $"{Cases[i].Labels} {Cases[i].Replicas}");
        }

        ToolProcess.Run(PythonOriginalFactAttribute.Interpreter, ["-W", "ignore", "-c", Script, _folder.Path, $"{Cases.Length}"]).Succeeded();

        for (int i = 0; i < Cases.Length; i++)
        {
            ToolRun run = ToolRun.Of(
                "owners", "--nodes-file", _folder.Of($"nodes-{i}"), "--keys-file", _folder.Of("keys"),
                "--labels", Cases[i].Labels, "--replicas", $"{Cases[i].Replicas}").Succeeded();
            Assert.True(File.ReadAllBytes(_folder.Of($"owners-{i}")).AsSpan().SequenceEqual(run.Output), $"case {i}: {Cases[i]}");
        }
    }
}
