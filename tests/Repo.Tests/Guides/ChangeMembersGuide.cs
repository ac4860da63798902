namespace RingPerf.Repo.Tests.Guides;

/// <summary>The code of docs/guides/change-members.md, compiled and run as it stands there.</summary>
[Collection(ConsoleOutput.Name)]
public sealed class ChangeMembersGuide
{
    [Fact]
    public void ChangeMembers_Code_IsThisCode() =>
        ExampleSource.AssertPrintedIn("docs/guides/change-members.md", "tests/Repo.Tests/Guides/ChangeMembersGuide.cs");

    [Fact]
    public void ChangeMembers_Keys_AreCopiedBeforeAndDeletedAfterTheNewRing()
    {
        string[] keys = [.. Enumerable.Range(1, 1000).Select(number => $"user:{number}")];
        var shared = new ConcurrentHashRing(new HashRing(["db-1", "db-2", "db-3", "db-4"]));
        HashRing before = shared.Current.Ring;
        var steps = new List<string>();

        string output = ConsoleOutput.Of(() => Run(
            shared,
            keys,
            (key, from, to) => steps.Add($"copy {key} {from} {to} {shared.Version}"),
            (key, node) => steps.Add($"delete {key} {node} {shared.Version}")));

        HashRing after = before.Add("db-5");
        string[] moved = [.. keys.Where(key => before.GetNode(key) != after.GetNode(key))];
        Assert.Equal(after.Checksum, shared.Current.Ring.Checksum);
        Assert.Equal(
            [
                .. moved.Select(key => $"copy {key} {before.GetNode(key)} {after.GetNode(key)} 1"),
                .. moved.Select(key => $"delete {key} {before.GetNode(key)} 2"),
            ],
            steps);
        Assert.Equal("19.6 % of the circle in 82 runs\n", output);
    }

    private static void Run(
        ConcurrentHashRing shared, string[] keys, Action<string, string?, string?> copy, Action<string, string?> delete)
    {
        // change-members.md begins
        HashRing current = shared.Current.Ring;
        var planned = new RingChange(current, current.Add("db-5"));
        RingMove[] moves = planned.GetMoves();              // runs of positions: start, length, from, to
        Console.WriteLine($"{planned.GetMovedShare():P1} of the circle in {moves.Length} runs");

        foreach (string key in keys)                        // copy while the old ring still answers
        {
            (string? from, string? to) = planned.GetOwners(key);
            if (from != to)
            {
                copy(key, from, to);
            }
        }

        RingChange made = shared.Update(ring => ReferenceEquals(ring, planned.Before)
            ? planned.After
            : throw new InvalidOperationException("the members changed since the plan"));

        foreach (string key in keys)                        // delete once no reader uses the old ring
        {
            (string? from, string? to) = made.GetOwners(key);
            if (from != to)
            {
                delete(key, from);
            }
        }
        // change-members.md ends
    }
}
