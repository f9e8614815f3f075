using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Agents;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Externals;

namespace Simulator.Scenarios.Sections;

/// <summary>An entry of <c>miners</c> or <c>arrivals.miners</c>.</summary>
[Description("Miners that are made alike.")]
internal sealed record MinerSection
{
    /// <summary>Floating-point operations in one MFLOP.</summary>
    public const int FlopPerMflop = 1_000_000;

    /// <summary>Bytes in one KiB.</summary>
    public const int BytesPerKibibyte = 1_024;

    /// <summary>Hidden units of the widest network.</summary>
    public const int MostHidden = 256;

    /// <summary>Characters that a text model looks back at most.</summary>
    public const int MostOrder = 12;

    /// <summary>KiB of the largest table of n-grams.</summary>
    public const int MostKibibytes = 1_048_576;

    private static readonly Hardware Default = new();

    /// <summary>Name of the group.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many there are; among newcomers, how often they come relative to other groups.</summary>
    public int Count { get; init; }

    [Description("What they do."), Kind(typeof(SectionKinds), nameof(SectionKinds.MinerStrategy))]
    public MinerEntry Strategy { get; init; } = Catalog.MinerStrategies[0];

    [Description("The model that they train."), Kind(typeof(SectionKinds), nameof(SectionKinds.Model))]
    public ModelEntry Model { get; init; } = Catalog.Models[0];

    [Description("The files of an onnx model, and how they are read.")]
    public OnnxSection? Onnx { get; init; }

    [Description("Where an external model is: a program, or an endpoint on this machine.")]
    public ExternalSection? External { get; init; }

    [Description("Hidden units of a perceptron or a char-net."), Range(1, MostHidden)]
    public Draw Hidden { get; init; } = Draw.Always(32);

    [Description("Characters that a text model looks back at most."), Range(2, MostOrder)]
    public Draw Order { get; init; } = Draw.Always(5);

    [
        Description("What the table of an ngram model may take; a power of two is used in full."),
        Unit("KiB"),
        Range(1, MostKibibytes)
    ]
    public Draw Memory { get; init; } = Draw.Always(256);

    [Description("Penalty on the squares of a ridge regression's weights."), Range(0.000001, 1_000_000.0)]
    public Draw Penalty { get; init; } = Draw.Always(10);

    [
        Description("Days on either side that a seasonal forecast takes for the same season."),
        Unit("days"),
        Range(0, 182)
    ]
    public Draw Window { get; init; } = Draw.Always(20);

    [Description("Filters of a convolution."), Range(1, 4)]
    public Draw Filters { get; init; } = Draw.Always(4);

    [Description("Nearest images that vote on an answer."), Range(1, 15)]
    public Draw Neighbours { get; init; } = Draw.Always(5);

    [Description("Images that a model of nearest neighbours stores at most."), Range(1, 600)]
    public Draw Stored { get; init; } = Draw.Always(600);

    [Description("Share of the training data that each has."), Range(0.000001, 1.0)]
    public Draw DataShare { get; init; } = Draw.Always(0.1m);

    [
        Description(
            "Probability that a label of its images, a character of its text, the translation of a sentence or the label of a row is wrong."
        ),
        Range(0.0, 1.0)
    ]
    public Draw LabelNoise { get; init; } = Draw.Always(0);

    [Description("Step of gradient descent."), Range(0.000001, 1.0)]
    public Draw LearningRate { get; init; } = Draw.Always(0.1m);

    [Description("How often ibm-model-1 or phrase-memory reads its sentences."), Range(1, 20)]
    public Draw Passes { get; init; } = Draw.Always(5);

    [Description("Words of the longest run that phrase-memory remembers."), Range(1, 4)]
    public Draw PhraseWords { get; init; } = Draw.Always(4);

    [Description("Tempos in which a lazy miner trains before it stops."), Range(0, 1_000_000)]
    public Draw WorkingTempos { get; init; } = Draw.Always(5);

    [Description("Floating-point operations that each can spend on training in one tempo."), Unit("MFLOP")]
    public Draw Compute { get; init; } = Draw.Always((decimal)Default.Compute / FlopPerMflop);

    [
        Description("From a question to the answer; on named hardware without the time of computing."),
        Unit("ms"),
        Range(0, int.MaxValue)
    ]
    public Draw Latency { get; init; } = Draw.Always(Default.Latency);

    [
        Description(
            "Kind of machine, in place of 'compute': laptop, rtx-4090, a100, h100, or one of the scenario's own."
        ),
        Name
    ]
    public string? Hardware { get; init; }

    [Description("Machines of that kind that work together."), Range(1, 1_024)]
    public Draw Units { get; init; } = Draw.Always(1);

    [Description("Probability that an answer is lost on its way."), Range(0.0, 1.0)]
    public Draw AnswerLoss { get; init; } = Draw.Always(0);

    [Description("When a firm trains."), Kind(typeof(SectionKinds), nameof(SectionKinds.Policy))]
    public PolicyEntry Training { get; init; } = Catalog.Policies[0];

    [Description("Tempos that a sprint lasts."), Range(1, 1_000_000)]
    public Draw Sprint { get; init; } = Draw.Always(5);

    [Description("Tempos of rest after a sprint."), Range(0, 1_000_000)]
    public Draw Rest { get; init; } = Draw.Always(15);

    [
        Description("Largest share of a tempo that adaptive training buys; above 1 it adds machines."),
        Range(0.1, 64.0)
    ]
    public Draw MostDuty { get; init; } = Draw.Always(4);

    [
        Description(
            "A firm quits when that many tempos together cost more than they brought; without it, never."
        ),
        Range(1, 1_000_000)
    ]
    public int? Patience { get; init; }

    [
        Description(
            "Tempos after which a firm starts to train the next larger model, which replaces the old one once it has learned twice as much; without it, never."
        ),
        Range(1, 1_000_000)
    ]
    public int? UpgradeAfter { get; init; }

    [Description("Whether the model is published: firms with 'fine_tune_after' may go on from a copy.")]
    public bool Public { get; init; }

    [
        Description(
            "Tempos after which a firm looks for a public model that is paid better than its own, to go on from a copy of it with its own data; without it, never."
        ),
        Range(1, 1_000_000)
    ]
    public int? FineTuneAfter { get; init; }

    [Description("Tempos from one theft of the best paid model to the next."), Range(1, 1_000_000)]
    public Draw StealEvery { get; init; } = Draw.Always(10);

    [
        Description(
            "Share of the income that goes to a provider, who owns the hardware and bears its costs."
        ),
        Range(0.0, 1.0)
    ]
    public Draw ProviderShare { get; init; } = Draw.Always(0);

    [
        Description("Alpha that each has staked from the start."),
        Kind(typeof(SectionKinds), nameof(SectionKinds.MinerStake))
    ]
    public Alpha Stake { get; init; }

    [Description("TAO that each brings along, to pay for a slot.")]
    public Tao Balance { get; init; }

    [
        Description(
            "Groups with one owner share a coldkey; 'owner' is the subnet's owner. Without it each has a coldkey of its own."
        ),
        Name
    ]
    public string? Owner { get; init; }

    [Description("Share of each epoch's income that is sold, 0 to 1.")]
    public double Sell { get; init; }

    /// <summary>The hardware at the lower and at the upper end of what is drawn.</summary>
    public IEnumerable<Hardware> Extremes =>
        [
            new() { Compute = (long)(Compute.Low * FlopPerMflop), Latency = (long)Latency.Low },
            new() { Compute = (long)(Compute.High * FlopPerMflop), Latency = (long)Latency.High },
        ];
}
