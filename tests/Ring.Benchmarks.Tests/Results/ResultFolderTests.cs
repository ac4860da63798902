using RingPerf.Benchmarks.Results;

namespace RingPerf.Benchmarks.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    private const string Ours = """{"generator":"RingPerf.Ring.Benchmarks"}""";

    private readonly TemporaryFolder _parent = new();

    private string Out => _parent.In("out");

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void Publish_NewFolder_RenamesTheOneAside()
    {
        using ResultFolder folder = Opened();

        Assert.False(Directory.Exists(Out));
        Assert.Equal(Out, folder.Publish(failed: false));

        Assert.Equal([Out], Directory.EnumerateFileSystemEntries(_parent.Path));
        Assert.True(File.Exists(Path.Combine(Out, "new")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Publish_OverEmptyOrEarlierRun_ReplacesIt(bool earlierRun)
    {
        Directory.CreateDirectory(Out);
        if (earlierRun)
        {
            File.WriteAllText(Path.Combine(Out, EnvironmentFile.Name), Ours);
        }

        using ResultFolder folder = Opened();
        folder.Publish(failed: false);

        Assert.Equal([Path.Combine(Out, "new")], Directory.EnumerateFileSystemEntries(Out));
        Assert.Equal([Out], Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Publish_OverTimesOfThePythonOriginal_KeepsThem(bool earlierRun)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "python-original.json"), "{}");
        if (earlierRun)
        {
            File.WriteAllText(Path.Combine(Out, EnvironmentFile.Name), Ours);
        }

        using ResultFolder folder = Opened();
        folder.Publish(failed: false);

        Assert.Equal(["new", "python-original.json"], Directory.EnumerateFiles(Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Publish_Failed_LeavesTheEarlierRun()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, EnvironmentFile.Name), Ours);

        using ResultFolder folder = Opened();

        Assert.Equal(Out + "-failed", folder.Publish(failed: true));
        Assert.True(File.Exists(Path.Combine(Out, EnvironmentFile.Name)));
    }

    [Fact]
    public void Publish_PlaceTakenMeanwhile_KeepsBoth()
    {
        ResultFolder folder = Opened();
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine"), "");

        Assert.Contains(folder.Aside, Assert.Throws<UsageException>(() => folder.Publish(failed: false)).Message, StringComparison.Ordinal);
        folder.Dispose();

        Assert.True(File.Exists(Path.Combine(Out, "mine")));
        Assert.True(File.Exists(Path.Combine(folder.Aside, "new")));
    }

    [Fact]
    public void Dispose_Unpublished_LeavesNothing()
    {
        Opened().Dispose();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_parent.Path));
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData(EnvironmentFile.Name, """{"generator":"other"}""")]
    [InlineData(EnvironmentFile.Name, "not json")]
    [InlineData(EnvironmentFile.Name, "[]")]
    public void At_FolderOfSomebodyElse_IsRefusedAndKept(string file, string content)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, file), content);

        Assert.Equal(
            $"--out {Out}: not empty, and not from an earlier run", Assert.Throws<UsageException>(() => ResultFolder.At(Out)).Message);
        Assert.Equal(content, File.ReadAllText(Path.Combine(Out, file)));
    }

    [Fact]
    public void At_PlaceOfAFailedRunThatIsSomebodyElses_IsRefused()
    {
        string place = Out + "-failed";
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "notes.txt"), "mine");

        Assert.Equal(
            $"--out {place}: not empty, and not from an earlier run", Assert.Throws<UsageException>(() => ResultFolder.At(Out)).Message);
    }

    [Fact]
    public void At_File_IsRefused()
    {
        File.WriteAllText(Out, "");

        Assert.Equal($"--out {Out}: is a file", Assert.Throws<UsageException>(() => ResultFolder.At(Out)).Message);
    }

    [Fact]
    public void At_FolderOfTheProcess_IsRefused() => Assert.Equal(
        "--out .: is or holds the folder you are in; it would be replaced", Assert.Throws<UsageException>(() => ResultFolder.At(".")).Message);

    [Fact]
    public void Open_BelowAFile_IsRefused()
    {
        File.WriteAllText(Out, "");
        using ResultFolder folder = ResultFolder.At(Path.Combine(Out, "below"));

        Assert.StartsWith($"--out {Path.Combine(Out, "below")}: ", Assert.Throws<UsageException>(folder.Open).Message, StringComparison.Ordinal);
    }

    private ResultFolder Opened()
    {
        ResultFolder folder = ResultFolder.At(Out);
        folder.Open();
        File.WriteAllText(Path.Combine(folder.Aside, "new"), "");
        return folder;
    }
}
