using RingPerf.Benchmarks.Results;

namespace RingPerf.Benchmarks.Tests.Results;

public sealed class CommandTextTests
{
    private const string Start = "dotnet run -c Release --project src/Ring.Benchmarks --";

    [Theory]
    [InlineData(new[] { "--quick", "--out", "results/x" }, "--quick --out results/x")]
    [InlineData(new[] { "--out", "/home/me/bench/", "--keys-file=/data/keys.txt" }, "--out bench --keys-file=keys.txt")]
    [InlineData(new[] { "--filter", "*a b*", "it's", "" }, @"--filter '*a b*' 'it'\''s' ''")]
    public void Shown_Arguments_KeepsNoAbsoluteFolder(string[] args, string shown) =>
        Assert.Equal($"{Start} {shown}", CommandText.Shown(args));
}
