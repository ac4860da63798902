using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Tests.Inputs;

[Collection(OneAtATime.Name)]
public sealed class UserDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        UserData.Use(nodesFile: null, keysFile: null);
        _folder.Dispose();
    }

    [Fact]
    public void Use_NoFiles_GivesTheDefaults()
    {
        UserData.Use(nodesFile: null, keysFile: null);

        Assert.Equal(["node-0", "node-1"], UserData.Nodes(defaultCount: 2));
        Assert.Equal("uuid", UserData.KeysName);
        Assert.All(UserData.Keys().Texts.ToArray(), key => Assert.Equal(36, key.Length));
    }

    [Fact]
    public void Use_Files_TakesEveryLine()
    {
        UserData.Use(_folder.Write("nodes", "b\r\na\n"u8), _folder.Write("keys", "k\n\n"u8));

        Assert.Equal(["b\r", "a"], UserData.Nodes(defaultCount: 10));
        Assert.Equal("keys", UserData.KeysName);
        Assert.Equal(["k", "", "k", ""], UserData.Keys().Texts[..4].ToArray());
    }

    [Theory]
    [InlineData("", ": empty")]
    [InlineData("a\n\n", ":2: empty line")]
    [InlineData("a\nb\t2\n", ":2: has a tab")]
    public void Use_WrongNodes_NamesFileAndLine(string content, string message)
    {
        string path = _folder.Write("nodes", System.Text.Encoding.UTF8.GetBytes(content));

        var error = Assert.Throws<UsageException>(() => UserData.Use(path, keysFile: null));

        Assert.StartsWith(path + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_NoKeys_NamesTheFile()
    {
        string path = _folder.Write("keys", []);

        Assert.StartsWith($"{path}: no keys", Assert.Throws<UsageException>(() => UserData.Use(nodesFile: null, path)).Message, StringComparison.Ordinal);
    }
}
