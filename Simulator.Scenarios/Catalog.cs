using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>Everything that scenarios may name: a new task, model, strategy or metric is one more entry here.</summary>
public static class Catalog
{
    private static readonly string[] TrainingKeys =
    [
        "model",
        "hidden",
        "order",
        "memory",
        "passes",
        "phrase_words",
        "penalty",
        "window",
        "data_share",
        "label_noise",
        "learning_rate",
        "compute",
    ];

    private static readonly string[] ScoringKeys = ["memory", "sharpness"];

    private static readonly ModelEntry[] ImageModels =
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
    ];

    private static readonly ModelEntry[] TextModels =
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
    ];

    private static readonly ModelEntry[] TableModels =
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
    ];

    private static readonly ModelEntry[] ForecastModels =
    [
        .. TableModels,
        new(
            "seasonal-naive",
            "The same days of earlier years, and what lasts of today's departure from them.",
            (traits, _) => new SeasonalNaive(traits.DrawTable(), traits.Window)
        )
        {
            Keys = ["window"],
        },
    ];

    private static readonly ModelEntry[] TranslationModels =
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
        ),
    ];

    /// <summary>What miners may be asked; the first is the default.</summary>
    public static IReadOnlyList<TaskEntry> Tasks { get; } =
    [
        new(
            "fashion",
            "Naming pieces of clothing on 14 x 14 pixels (Fashion-MNIST).",
            () => ImageRecognition.Fashion,
            ImageModels
        ),
        new(
            "digits",
            "Naming handwritten digits on 8 x 8 pixels.",
            () => ImageRecognition.Digits,
            ImageModels
        ),
        new(
            "austen",
            "Going on with passages from the novels of Jane Austen.",
            () => NovelCompletion.Austen,
            TextModels
        ),
        new(
            "translation-es",
            "Translating messages of software from English into Spanish.",
            () => LanguageTranslation.Spanish,
            TranslationModels
        ),
        new(
            "translation-de",
            "Translating messages of software from English into German.",
            () => LanguageTranslation.German,
            TranslationModels
        ),
        new(
            "translation-fr",
            "Translating messages of software from English into French.",
            () => LanguageTranslation.French,
            TranslationModels
        ),
        new(
            "weather",
            "Forecasting tomorrow's highest temperature in two cities; persistence scores 0.",
            () => TableTask.Weather,
            ForecastModels
        ),
        new(
            "concrete",
            "Estimating the strength of concrete from mix and age; the mean scores 0.",
            () => TableTask.Concrete,
            TableModels
        ),
        new(
            "breast-cancer",
            "Giving the probability that a breast mass is benign; their share scores 0.",
            () => TableTask.BreastCancer,
            TableModels
        ),
    ];

    /// <summary>What miners may train; the first is the default.</summary>
    public static IReadOnlyList<ModelEntry> Models { get; } =
    [.. ImageModels, .. TextModels, .. TranslationModels, .. ForecastModels];

    /// <summary>How miners may act; the first is the default.</summary>
    public static IReadOnlyList<MinerEntry> MinerStrategies { get; } =
    [
        new(
            "honest",
            "Trains its model in every tempo and answers with what it predicts.",
            miner => new HonestMiner(miner.NewModel(), miner.Hardware)
        )
        {
            Keys = TrainingKeys,
        },
        new(
            "lazy",
            "Trains for some tempos, then lives on what it has.",
            miner => new LazyMiner(miner.NewModel(), miner.Hardware, miner.WorkingTempos)
        )
        {
            Keys = [.. TrainingKeys, "working_tempos"],
        },
        new(
            "copycat",
            "Has no model and relays the answers of the best paid miner, a little later.",
            miner => new CopycatMiner(miner.Hardware)
        ),
        new(
            "random",
            "Answers without looking at the question.",
            miner => new RandomMiner(miner.Task, miner.Hardware, miner.Answers)
        ),
    ];

    /// <summary>How validators may act; the first is the default.</summary>
    public static IReadOnlyList<ValidatorEntry> ValidatorStrategies { get; } =
    [
        new(
            "honest",
            "Scores answers and weighs miners by a moving average of their scores.",
            (task, group) => new HonestValidator(task, group.Memory, group.Sharpness)
        )
        {
            Keys = ScoringKeys,
        },
        new(
            "weight-copier",
            "Scores nothing and publishes the consensus of the weights that it can see.",
            (_, _) => new WeightCopier()
        ),
        new(
            "cabal",
            "Scores like an honest one, but gives miners of its own coldkey the full weight.",
            (task, group) => new CabalValidator(task, group.Memory, group.Sharpness)
        )
        {
            Keys = ScoringKeys,
        },
        new("absentee", "Holds stake and slot, and never votes.", (_, _) => new AbsenteeValidator()),
    ];

    /// <summary>Rules of the chain's past that a subnet may follow in place of today's.</summary>
    public static IReadOnlyList<ApproximateRuleEntry> ApproximateRules { get; } =
    [.. ApproximateRule.All.Select(rule => new ApproximateRuleEntry(rule))];

    /// <summary>What a scenario may expect something of.</summary>
    public static IReadOnlyList<Metric> Metrics => MetricCatalog.All;

    /// <summary>Which keys of a group of miners each strategy reads.</summary>
    internal static IReadOnlyList<KeyFit> MinerKeys { get; } =
    [.. MinerStrategies.Select(s => new KeyFit(s.Name, s.Keys))];

    /// <summary>Which keys of a group of miners each model reads.</summary>
    internal static IReadOnlyList<KeyFit> ModelKeys { get; } =
    [.. Models.Select(m => new KeyFit(m.Name, m.Keys))];

    /// <summary>Which keys of a group of validators each strategy reads.</summary>
    internal static IReadOnlyList<KeyFit> ValidatorKeys { get; } =
    [.. ValidatorStrategies.Select(s => new KeyFit(s.Name, s.Keys))];
}
