using System.Security.Cryptography;
using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Results;

/// <summary>A user's file, so that a later run can tell whether it had the same.</summary>
internal sealed record InputFile(string Name, int Lines, string Sha256)
{
    internal static InputFile? Of(string? path) => path is null
        ? null
        : new(Path.GetFileName(path), LineFile.Read(path).Length, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
}
