using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Scenarios.Catalogs;

/// <summary>The models that miners may train, family by family.</summary>
internal static class ModelCatalog
{
    /// <summary>Models of the user's own; only a program that carries ONNX Runtime opens them.</summary>
    public static ModelEntry Onnx { get; } =
        new(
            "onnx",
            "A model of your own in ONNX files; training buys the next file.",
            (traits, _) => traits.OpenedModel()
        )
        {
            Keys = ["onnx"],
            ReadsData = false,
        };

    /// <summary>A model of any task, outside the simulator.</summary>
    public static ModelEntry External { get; } =
        new(
            "external",
            "A program or a local endpoint of your own, which answers for the miner.",
            (traits, _) => traits.ExternalModel()
        )
        {
            Keys = ["external"],
            ReadsData = false,
        };

    /// <summary>Models that name the class of an image.</summary>
    public static ModelEntry[] Images { get; } =
    [
        new(
            "perceptron",
            "One hidden layer: better with width, data and compute.",
            (traits, rng) => new Perceptron(traits.DrawImages(), traits.Hidden, traits.LearningRate, rng)
        )
        {
            Keys = ["hidden", "learning_rate"],
        },
        new(
            "softmax",
            "Softmax regression: cheap to train, and limited.",
            (traits, rng) => new SoftmaxRegression(traits.DrawImages(), traits.LearningRate, rng)
        )
        {
            Keys = ["learning_rate"],
        },
        new(
            "convolution",
            "Filters of 3 x 3 pixels, pooled: knows that what lies beside each other belongs together.",
            (traits, rng) => new Convolution(traits.DrawImages(), traits.Filters, traits.LearningRate, rng)
        )
        {
            Keys = ["filters", "learning_rate"],
        },
        new(
            "nearest-neighbours",
            "Stores images and compares: learns at once, and pays with every answer.",
            (traits, _) => new NearestNeighbours(traits.DrawImages(), traits.Neighbours, traits.Stored)
        )
        {
            Keys = ["neighbours", "stored"],
        },
        new(
            "majority-class",
            "The baseline of images: always names the most frequent class.",
            (traits, _) => new MajorityClass(traits.DrawImages())
        ),
        Onnx,
        External,
    ];

    /// <summary>Models that go on with a text.</summary>
    public static ModelEntry[] Texts { get; } =
    [
        new(
            "ngram",
            "Counts what follows each context, in a table of bounded memory.",
            (traits, _) => new NgramModel(traits.DrawText(), traits.Order, traits.Memory)
        )
        {
            Keys = ["order", "memory"],
        },
        new(
            "char-net",
            "A neural language model of characters: better with width, data and compute.",
            (traits, rng) =>
                new CharacterNetwork(traits.DrawText(), traits.Order, traits.Hidden, traits.LearningRate, rng)
        )
        {
            Keys = ["order", "hidden", "learning_rate"],
        },
        new(
            "order-1",
            "The baseline of text: how often each character follows each other one.",
            (traits, _) => new PairModel(traits.DrawText())
        ),
        Onnx,
        External,
    ];

    /// <summary>Models that read rows of a table.</summary>
    public static ModelEntry[] Tables { get; } =
    [
        new(
            "ridge",
            "Ridge regression, logistic for classes: reads its rows once, and can then learn no more.",
            (traits, _) => new RidgeRegression(traits.DrawTable(), traits.Penalty)
        )
        {
            Keys = ["penalty"],
        },
        new(
            "stumps",
            "Gradient boosting with trees of one split: takes little data by heart if trained for long.",
            (traits, rng) => new BoostedStumps(traits.DrawTable(), traits.LearningRate, rng)
        )
        {
            Keys = ["learning_rate"],
        },
        new(
            "table-perceptron",
            "One layer of hidden units over the columns of a table: better with width, data and compute.",
            (traits, rng) => new TablePerceptron(traits.DrawTable(), traits.Hidden, traits.LearningRate, rng)
        )
        {
            Keys = ["hidden", "learning_rate"],
        },
        new(
            "table-baseline",
            "What a tutorial starts with, and no learning: persistence, the mean or the prior of a table.",
            (traits, _) => new TableBaseline(traits.DrawTable().Table)
        ),
        Onnx,
        External,
    ];

    /// <summary>Models that read rows of a table whose days follow each other.</summary>
    public static ModelEntry[] Forecasts { get; } =
    [
        .. Tables,
        new(
            "seasonal-naive",
            "The same days of earlier years, and what lasts of today's departure from them.",
            (traits, _) => new SeasonalNaive(traits.DrawTable(), traits.Window)
        )
        {
            Keys = ["window"],
        },
    ];

    /// <summary>Models that translate sentences.</summary>
    public static ModelEntry[] Translations { get; } =
    [
        new(
            "ibm-model-1",
            "Translates word by word: IBM Model 1 and a bigram language model.",
            (traits, _) => new IbmModel1(traits.DrawSentences(), traits.Passes)
        )
        {
            Keys = ["passes"],
        },
        new(
            "phrase-memory",
            "Translates runs of words that it has seen, and the rest word by word.",
            (traits, _) => new PhraseMemory(traits.DrawSentences(), traits.Passes, traits.PhraseWords)
        )
        {
            Keys = ["passes", "phrase_words"],
        },
        new(
            "nearest-sentence",
            "Answers with the translation of the most similar sentence that it has seen.",
            (traits, _) => new NearestSentence(traits.DrawSentences())
        ),
        new(
            "source-copy",
            "The baseline of translation: leaves the sentence as it is.",
            (_, _) => new SourceCopy()
        )
        {
            ReadsData = false,
        },
        External,
    ];

    /// <summary>All of them; the first is the default.</summary>
    public static ModelEntry[] All { get; } =
    [.. Images.Concat(Texts).Concat(Translations).Concat(Forecasts).Distinct()];
}
