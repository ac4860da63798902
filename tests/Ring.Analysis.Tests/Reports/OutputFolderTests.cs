using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Tests.Reports;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Complete_NewFolder_AppearsWhole()
    {
        using (OutputFolder output = OutputFolder.Create(_folder.Of("out/")))
        {
            output.Write("a/b.txt", "é");
            output.Write("c.bin", [1, 2]);
            Assert.False(Directory.Exists(_folder.Of("out")));
            output.Complete();
        }

        Assert.Equal(["out"], _folder.Entries);
        Assert.Equal([0xc3, 0xa9], File.ReadAllBytes(_folder.Of("out/a/b.txt")));
        Assert.Equal([1, 2], File.ReadAllBytes(_folder.Of("out/c.bin")));
    }

    [Fact]
    public void Complete_EarlierFolder_IsReplacedAltogether()
    {
        Complete("first");

        Complete("second");

        Assert.Equal(["out"], _folder.Entries);
        Assert.Equal(["ringperf.json", "second"], Directory.GetFiles(_folder.Of("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Complete_EmptyFolder_IsTaken()
    {
        Directory.CreateDirectory(_folder.Of("out"));

        Complete("file");

        Assert.True(File.Exists(_folder.Of("out/file")));
    }

    [Fact]
    public void Dispose_Unfinished_LeavesTheEarlierFolder()
    {
        Complete("first");

        using (OutputFolder output = OutputFolder.Create(_folder.Of("out")))
        {
            output.Write("second", "");
        }

        Assert.Equal(["out"], _folder.Entries);
        Assert.True(File.Exists(_folder.Of("out/first")));
    }

    [Fact]
    public void Dispose_Unfinished_TakesAwayTheParentsItMade()
    {
        Directory.CreateDirectory(_folder.Of("there"));

        OutputFolder.Create(_folder.Of("there/a/b/out")).Dispose();

        Assert.Equal(["there"], _folder.Entries);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Of("there")));
    }

    [Fact]
    public void Dispose_Unfinished_KeepsWhatSomebodyElsePutThere()
    {
        OutputFolder output = OutputFolder.Create(_folder.Of("a/b/out"));
        _folder.Write("a/theirs", "");

        output.Dispose();

        Assert.True(File.Exists(_folder.Of("a/theirs")));
        Assert.False(Directory.Exists(_folder.Of("a/b")));
    }

    [Fact]
    public void Complete_WhatCannotBeMovedIntoPlace_PutsTheEarlierFolderBack()
    {
        Complete("first");
        using (OutputFolder output = OutputFolder.Create(_folder.Of("out")))
        {
            // Somebody takes away what was written.
            Directory.Delete(Directory.GetDirectories(_folder.Path).Single(entry => entry != _folder.Of("out")), recursive: true);
            Assert.ThrowsAny<IOException>(output.Complete);
        }

        Assert.Equal(["out"], _folder.Entries);
        Assert.True(File.Exists(_folder.Of("out/first")));
    }

    [Fact]
    public void Create_SomebodyElsesFolder_IsRefusedAndLeftAlone()
    {
        Directory.CreateDirectory(_folder.Of("out"));
        _folder.Write("out/theirs", "text");

        var exception = Assert.Throws<BadInputException>(() => OutputFolder.Create(_folder.Of("out")));

        Assert.Contains(_folder.Of("out"), exception.Message, StringComparison.Ordinal);
        Assert.Equal(["out"], _folder.Entries);
        Assert.Equal("text", File.ReadAllText(_folder.Of("out/theirs")));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("file/below/deeper")]
    public void Create_FileInTheWay_IsRefused(string path)
    {
        _folder.Write("file", "text");

        var exception = Assert.Throws<BadInputException>(() => OutputFolder.Create(_folder.Of(path)));

        Assert.Contains(_folder.Of(path), exception.Message, StringComparison.Ordinal);
        Assert.Equal(["file"], _folder.Entries);
        Assert.Equal("text", File.ReadAllText(_folder.Of("file")));
    }

    [Fact]
    public void Create_TheFolderOneIsIn_IsRefused()
    {
        string current = Directory.GetCurrentDirectory();

        Assert.All([".", "..", current, "../" + Path.GetFileName(current) + "/", Path.GetPathRoot(current)!], path => Assert.EndsWith(
            $"--out: {path} is or holds the folder you are in, which would be replaced; name a folder elsewhere",
            Assert.Throws<BadInputException>(() => OutputFolder.Create(path)).Message, StringComparison.Ordinal));
    }

    [UnixFact]
    public void Executable_EmptyFolderOneIsIn_IsRefused() =>
        ToolProcess.Tool(_folder.Path, "balance", "--out", ".").AssertBadInput("--out: .", "the folder you are in");

    [MountFact]
    public void Executable_MountPoint_IsRefusedBeforeTheWork()
    {
        Directory.CreateDirectory(_folder.Of("out"));

        ToolRun run = ToolProcess.Run(
            "/usr/bin/unshare", ["-m", "sh", "-c", $"mount -t tmpfs none out && exec {ToolProcess.Command} sweep --nodes 2 --replicas 1 --seeds 2 --out out"], _folder.Path);

        run.AssertBadInput("--out: out cannot be replaced", "mount point", "name a folder below it");
        Assert.Equal(["out"], _folder.Entries);
    }

    private void Complete(string file)
    {
        using OutputFolder output = OutputFolder.Create(_folder.Of("out"));
        output.Write(file, "");
        output.Write(OutputFolder.Marker, "{}");
        output.Complete();
    }
}
