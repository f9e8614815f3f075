using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Benchmarks.Workloads;

/// <summary>A number that translators do not learn, and what else it might be.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Models">The models that depend on it.</param>
/// <param name="Values">Values to try.</param>
/// <param name="With">All numbers, with such a value of this one.</param>
internal sealed record TranslatorConstant(
    string Name,
    IReadOnlyList<string> Models,
    IReadOnlyList<double> Values,
    Func<double, TranslatorConstants> With
)
{
    private const string Words = "ibm-model-1";
    private const string FirstPass = "ibm-model-1, one pass";
    private const string Phrases = "phrase-memory";
    private const string Nearest = "nearest-sentence";
    private const int Passes = 5;
    private const int LongestRun = 4;

    private static readonly TranslatorConstants Chosen = TranslatorConstants.Chosen;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TranslatorConstant> All { get; } =
    [
        new(
            "prior",
            [FirstPass, Words],
            [0.001, 0.003, 0.01, 0.02, 0.05],
            x => Chosen with { Prior = (float)x }
        ),
        new(
            "least probability",
            [Words, Phrases],
            [0, 0.0005, 0.002, 0.005, 0.01],
            x => Chosen with { LeastProbability = (float)x }
        ),
        new("choices", [Words, Phrases], [1, 2, 3, 4, 6], x => Chosen with { Choices = (int)x }),
        new("swapping", [Words, Phrases], [0.05, 0.1, 0.2, 0.3, 0.5], x => Chosen with { Swapping = x }),
        new("swapped", [Words, Phrases], [0, 1, 2, 3, 4], x => Chosen with { Swapped = (int)x }),
        new(
            "bigram discount",
            [Words, Phrases],
            [0.5, 0.65, 0.75, 0.85, 0.95],
            x => Chosen with { BigramDiscount = (float)x }
        ),
        new(
            "language weight",
            [Words, Phrases],
            [0, 0.05, 0.1, 0.25, 0.5],
            x => Chosen with { LanguageWeight = (float)x }
        ),
        new(
            "word reward",
            [Words, Phrases],
            [0.5, 1, 1.5, 2, 2.5],
            x => Chosen with { WordReward = (float)x }
        ),
        new("ways", [Words, Phrases], [2, 4, 8, 12, 16], x => Chosen with { Ways = (int)x }),
        new("phrases", [Phrases], [1, 2, 3, 4, 6], x => Chosen with { Phrases = (int)x }),
        new("phrase discount", [Phrases], [0.1, 0.3, 0.5, 0.7, 0.9], x => Chosen with { PhraseDiscount = x }),
        new(
            "least similarity",
            [Nearest],
            [0.3, 0.4, 0.5, 0.6, 0.7],
            x => Chosen with { LeastSimilarity = x }
        ),
    ];

    /// <summary>An untrained model.</summary>
    public static IModel Make(string model, SentenceShard shard, TranslatorConstants constants) =>
        model switch
        {
            Words => new IbmModel1(shard, Passes, constants),
            FirstPass => new IbmModel1(shard, 1, constants),
            Phrases => new PhraseMemory(shard, Passes, LongestRun, constants),
            _ => new NearestSentence(shard, constants),
        };
}
