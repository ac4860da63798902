using System.Text.Json;

namespace RingPerf.Mutation;

/// <summary>A change that Stryker made, where, and what came of it.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Replacement)
{
    /// <summary>The mutants of a report of Stryker that were compiled in and not left out.</summary>
    public static IReadOnlyList<Mutant> Read(string report)
    {
        using JsonDocument json = JsonDocument.Parse(System.IO.File.ReadAllText(report));
        var mutants = new List<Mutant>();
        foreach (JsonProperty file in json.RootElement.GetProperty("files").EnumerateObject())
        {
            foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                if (mutant.GetProperty("status").GetString() is "Ignored" or "CompileError")
                {
                    continue;
                }

                mutants.Add(new Mutant(
                    int.Parse(mutant.GetProperty("id").GetString()!),
                    file.Name[(file.Name.LastIndexOf("/src/", StringComparison.Ordinal) + 5)..],
                    mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                    mutant.GetProperty("mutatorName").GetString()!,
                    mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")));
            }
        }

        return mutants;
    }
}
