using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Scenarios.Externals;

/// <summary>A program or an endpoint outside the simulator that miners of a scenario ask for their answers.</summary>
public sealed record ExternalProgram
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The program and its arguments, as they are handed to the system without a shell; empty for an endpoint.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>The endpoint; null for a program.</summary>
    public string? Url { get; init; }

    /// <summary>The folder in which the program runs: that of the scenario.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The groups of miners that ask it.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>SHA-256 of the command or the endpoint, in hex: what a recording knows it by, wherever the folder lies.</summary>
    internal string Identity =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(Url ?? JsonSerializer.Serialize(Command)))
        );

    /// <summary>What a run starts or asks, exactly.</summary>
    public override string ToString()
    {
        string miners = $"(miners: {string.Join(", ", Groups)})";
        return Url is null
            ? $"start {JsonSerializer.Serialize(Command, Readable)} in {Folder} {miners}"
            : $"post to {Url} {miners}";
    }
}
