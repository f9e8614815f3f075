using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>onnx</c> of a group of miners.</summary>
[Description("Models of your own, in ONNX files.")]
internal sealed record OnnxSection
{
    [Description("ONNX files, by path below this folder, each a better checkpoint than the one before it.")]
    public required ImmutableArray<string> Files { get; init; }

    [
        Description("What training has to spend in all until each file is reached; 0 for a single one."),
        Kind(typeof(OnnxSection), nameof(Price))
    ]
    public ImmutableArray<long> Prices { get; init; } = [];

    [
        Description("SHA-256 of each file, which must then be these very ones."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.Digest))
    ]
    public ImmutableArray<string> Sha256 { get; init; } = [];

    [Description("Name of the tensor that takes the question; the only one where it is left out.")]
    public string? Input { get; init; }

    [Description("Name of the tensor that gives the answer; the only one where it is left out.")]
    public string? Output { get; init; }

    [Description("How a question becomes numbers.")]
    public TensorReads? Reads { get; init; }

    [Description("What the numbers of the answer mean.")]
    public TensorSays? Says { get; init; }

    [Description("What is taken from each pixel, from 0 for black to 1 for white."), Range(-1_000.0, 1_000.0)]
    public double Mean { get; init; }

    [Description("What each pixel is then divided by."), Range(0.000001, 1_000.0)]
    public double Deviation { get; init; } = 1;

    [Description("Characters of a text that the model looks back at."), Range(1, TextQuestion.PromptLength)]
    public int Window { get; init; } = TextQuestion.PromptLength;

    [
        Description("Floating-point operations of one answer; twice the model's parameters where left out."),
        Unit("FLOP"),
        Range(0.0, 1_000_000_000_000_000.0)
    ]
    public long? AnswerOperations { get; init; }

    /// <summary>What one checkpoint costs.</summary>
    public static ValueKind Price =>
        new AmountKind<long>(
            "MFLOP",
            6,
            0,
            1_000_000_000_000,
            n => (long)(n * MinerSection.FlopPerMflop),
            n => n / (decimal)MinerSection.FlopPerMflop
        );

    /// <summary>Bytes of the largest file, once the files are open; 0 before.</summary>
    public long LargestFile { get; init; }

    /// <summary>Makes the model of one miner, once the files are open.</summary>
    public Func<IModel>? Make { get; init; }
}
