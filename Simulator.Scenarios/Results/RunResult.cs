using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Results;

/// <summary>Everything that one run found out; the same plan, seed and backend give the same result, byte for byte.</summary>
public sealed record RunResult
{
    /// <summary>What stands beside the execution of a run in which ONNX models answered.</summary>
    public const string OnnxCaution = "; answers of ONNX models are those of this kind of processor";

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The question that the scenario asks.</summary>
    public required string Question { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The scenario with everything it extends, every default and every override written out.</summary>
    public required JsonObject Plan { get; init; }

    /// <summary>SHA-256 of <see cref="Plan"/> as canonical JSON, in hex: what decides whether two runs are the same experiment.</summary>
    public required string PlanHash { get; init; }

    /// <summary>How far the run came.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Whole epochs in the tables.</summary>
    public required int Epochs { get; init; }

    /// <summary>SHA-256 of the event log, in hex.</summary>
    public required string Digest { get; init; }

    /// <summary>The arithmetic of consensus: <c>chain</c> is the chain's fixed point, bit for bit; <c>double</c> that of
    /// the research rules; a replay may have both. A rule without reference stands there with its caution.</summary>
    public string Arithmetic { get; init; } = Manifest.ChainArithmetic;

    /// <summary>Whether consensus came from a rule that nothing is known to compare with.</summary>
    public bool IsApproximate => Arithmetic.EndsWith(ApproximateRule.Caution, StringComparison.Ordinal);

    /// <summary>How much of what miners answered was really asked: <c>full</c>, which rounds were, or which learning curves stood in
    /// for models.</summary>
    public string Fidelity { get; init; } = FidelityPlan.Full.Title;

    /// <summary>Whether everything was really asked.</summary>
    public bool HasFullFidelity => Fidelity == FidelityPlan.Full.Title;

    /// <summary>Whether learning curves stood in for models, of which none was trained.</summary>
    public bool HasProfiledModels => Fidelity.StartsWith("profile: ", StringComparison.Ordinal);

    /// <summary>How a person is told that not everything was real.</summary>
    public string FidelityCaution =>
        HasProfiledModels
            ? $"No model answered, learning curves did: fidelity {Fidelity}."
            : $"Not everything was asked: fidelity {Fidelity}.";

    /// <summary>The version of the simulator that ran it.</summary>
    public string Version { get; init; } = Manifest.ThisVersion;

    /// <summary>What computed the epochs: <c>cpu</c> or <c>gpu</c>; no table depends on it. Answers of ONNX models do depend
    /// on the processor, and are named here.</summary>
    public string Execution { get; init; } = "cpu";

    /// <summary>Whether answers came from ONNX models, and so from the arithmetic of one kind of processor.</summary>
    public bool HasOnnxAnswers => Execution.EndsWith(OnnxCaution, StringComparison.Ordinal);

    /// <summary>The tables: epochs, neurons, events, and weights where asked for.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>The headline numbers, in catalogue order.</summary>
    public required ImmutableArray<MetricValue> Metrics { get; init; }

    /// <summary>How the scenario's expectations turned out.</summary>
    public ImmutableArray<ExpectationOutcome> Expectations { get; init; } = [];

    /// <summary>What models outside the simulator answered, as the text of <c>external.jsonl</c>; null where none was asked, and
    /// in a result that was read back.</summary>
    public string? ExternalAnswers { get; init; }

    /// <summary>The table of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Table this[string table] =>
        Tables.FirstOrDefault(t => t.Name == table)
        ?? throw new ArgumentException($"The run has no table '{table}'.", nameof(table));
}
