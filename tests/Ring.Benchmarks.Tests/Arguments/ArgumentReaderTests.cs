using RingPerf.Benchmarks.Arguments;

namespace RingPerf.Benchmarks.Tests.Arguments;

public sealed class ArgumentReaderTests
{
    [Fact]
    public void Read_NoArguments_RunsEverySuiteInFull()
    {
        RunArguments arguments = ArgumentReader.Read([]);

        Assert.False(arguments.Quick);
        Assert.Null(arguments.Job);
        Assert.Equal(
            ["Batch", "Build", "Change", "Concurrency", "Hash", "KeyLength", "Lookup", "Preference", "Rival", "Search", "Share", "SingleLookup", "TypeArgument"],
            arguments.Suites.Select(suite => suite.Name));
        Assert.Empty(arguments.PassThrough);
    }

    [Fact]
    public void Read_OurOptions_AreTakenOutOfBenchmarkDotNets()
    {
        RunArguments arguments = ArgumentReader.Read(
            ["--filter", "*a*", "*b*", "--quick", "--out=x", "--memory", "--suite", "lookup", "--suite", "HashBenchmarks",
                "--nodes-file", "n", "--keys-file", "k", "-j", "DRY"]);

        Assert.True(arguments.Quick);
        Assert.Equal("x", arguments.Out);
        Assert.Equal(["Lookup", "Hash"], arguments.Suites.Select(suite => suite.Name));
        Assert.Equal(("n", "k"), (arguments.NodesFile, arguments.KeysFile));
        Assert.Equal("dry", arguments.Job);
        Assert.Equal(["--filter", "*a*", "*b*", "--memory"], arguments.PassThrough);
    }

    [Fact]
    public void Read_SuiteTwice_RunsItOnce() =>
        Assert.Single(ArgumentReader.Read(["--suite", "Hash", "--suite", "hash"]).Suites);

    [Theory]
    [InlineData("--help")]
    [InlineData("-?")]
    [InlineData("-h")]
    public void Read_Help_AsksForHelp(string argument) => Assert.True(ArgumentReader.Read([argument]).Help);

    [Theory]
    [InlineData("stray", "stray: not an option; see --help")]
    [InlineData("--quick stray", "stray")]
    [InlineData("--quick=yes", "quick")]
    [InlineData("--filter a --out x stray", "stray")]
    [InlineData("--out", "--out: needs a value")]
    [InlineData("--out --quick", "--out: needs a value")]
    [InlineData("--out=", "--out: needs a value")]
    [InlineData("--out a --out b", "--out: given twice")]
    [InlineData("-j dry --job short", "--job: given twice")]
    [InlineData("--suite", "--suite: needs a value")]
    [InlineData("--suite Nope", "--suite Nope: no such suite; there are Batch, Build")]
    [InlineData("--job nope", "--job nope: no such job; there are default, dry, short, medium, long, verylong")]
    [InlineData("--suite Hash --keys-file k", "--keys-file: none of the chosen suites uses it; these do: Lookup")]
    [InlineData("--suite Hash --nodes-file n", "--nodes-file: none of the chosen suites uses it; these do: Lookup")]
    public void Read_WrongArgument_NamesIt(string line, string named)
    {
        string[] args = line.Split(' ');

        var error = Assert.Throws<UsageException>(() =>
        {
            RunArguments arguments = ArgumentReader.Read(args);
            PassThrough.Read(arguments);
        });

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
