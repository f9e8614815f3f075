using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>What <c>manifest.json</c> says of a run: everything but the tables themselves.</summary>
/// <remarks>Only <see cref="Host"/> and <see cref="Times"/> may differ between two runs of the same plan, seed and backend.</remarks>
public sealed record Manifest
{
    /// <summary>The format of a result folder that this version writes and reads.</summary>
    public const string Format = "sim/result/v1";

    /// <summary>The chain's fixed point, bit for bit.</summary>
    public const string ChainArithmetic = "chain";

    /// <summary>This version of the simulator.</summary>
    public static string ThisVersion { get; } =
        typeof(Manifest)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The question that the scenario asks.</summary>
    public required string Question { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How far the run came.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Whole epochs in the tables.</summary>
    public required int Epochs { get; init; }

    /// <summary>SHA-256 of <see cref="Plan"/>, as <see cref="Results.PlanHash"/> computes it.</summary>
    public required string PlanHash { get; init; }

    /// <summary>SHA-256 of the event log, in hex.</summary>
    public required string Digest { get; init; }

    /// <summary>The version of the simulator that ran it.</summary>
    public required string Version { get; init; }

    /// <summary>The arithmetic of consensus: as <see cref="RunResult.Arithmetic"/>.</summary>
    public required string Arithmetic { get; init; }

    /// <summary>How much was really asked: as <see cref="RunResult.Fidelity"/>.</summary>
    public required string Fidelity { get; init; }

    /// <summary>What computed the epochs: <c>cpu</c> or <c>gpu</c>; under chain arithmetic both give the same bits.</summary>
    public required string Execution { get; init; }

    /// <summary>The headline numbers, in catalogue order.</summary>
    public required ImmutableArray<MetricValue> Metrics { get; init; }

    /// <summary>How the scenario's expectations turned out.</summary>
    public required ImmutableArray<ExpectationOutcome> Expectations { get; init; }

    /// <summary>The files of the tables.</summary>
    public required ImmutableArray<TableFile> Tables { get; init; }

    /// <summary>SHA-256 of <c>external.jsonl</c>, in hex; null where no model outside the simulator was asked.</summary>
    public string? ExternalSha256 { get; init; }

    /// <summary>The resolved scenario.</summary>
    public required JsonObject Plan { get; init; }

    /// <summary>The machine.</summary>
    public required HostFacts Host { get; init; }

    /// <summary>When it ran and how long.</summary>
    public required RunTimes Times { get; init; }

    /// <summary>The manifest of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="tables">The files of its tables.</param>
    /// <param name="times">When it ran.</param>
    public static Manifest Of(RunResult run, ImmutableArray<TableFile> tables, RunTimes times) =>
        new()
        {
            Scenario = run.Scenario,
            Question = run.Question,
            Seed = run.Seed,
            Status = run.Status,
            Epochs = run.Epochs,
            PlanHash = run.PlanHash,
            Digest = run.Digest,
            Version = run.Version,
            Arithmetic = run.Arithmetic,
            Fidelity = run.Fidelity,
            Execution = run.Execution,
            Metrics = run.Metrics,
            Expectations = run.Expectations,
            Tables = tables,
            Plan = run.Plan,
            Host = HostFacts.Here,
            Times = times,
        };
}
