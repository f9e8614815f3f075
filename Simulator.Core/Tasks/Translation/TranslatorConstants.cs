namespace Simulator.Core.Tasks.Translation;

/// <summary>The numbers that models which translate do not learn. All were chosen on pairs to train on, see
/// <see cref="SentenceSet.Development"/>; DECISIONS.md has the measurements.</summary>
internal sealed record TranslatorConstants
{
    /// <summary>Those that models have.</summary>
    public static TranslatorConstants Chosen { get; } = new();

    /// <summary>What a pair of words that was never met counts in the first pass of IBM Model 1.</summary>
    public float Prior { get; init; } = 0.003f;

    /// <summary>Probability below which a pair is dropped when the first pass ends: most have met by chance, and would fill
    /// the memory.</summary>
    public float LeastProbability { get; init; } = 0.002f;

    /// <summary>How many translations of a word are tried.</summary>
    public int Choices { get; init; } = 3;

    /// <summary>How probable it is that two words change places where they may.</summary>
    public double Swapping { get; init; } = 0.2;

    /// <summary>How many translations are tried of each of two words that change places.</summary>
    public int Swapped { get; init; } = 2;

    /// <summary>What a count of two neighbouring words loses to those never met.</summary>
    public float BigramDiscount { get; init; } = 0.75f;

    /// <summary>How much the language model counts beside the translations: it is a word for a word, and a bigram knows less
    /// than the table.</summary>
    public float LanguageWeight { get; init; } = 0.05f;

    /// <summary>What every word of a translation gets: it costs what the language model says, so that fewer words would always
    /// win.</summary>
    public float WordReward { get; init; } = 1.5f;

    /// <summary>How many ways to a place of the sentence are followed.</summary>
    public int Ways { get; init; } = 8;

    /// <summary>How many translations of a run of words are tried, the most frequent ones.</summary>
    public int Phrases { get; init; } = 3;

    /// <summary>What a run that was seen so often is seen less: what was seen once is no certainty.</summary>
    public double PhraseDiscount { get; init; } = 0.5;

    /// <summary>Similarity up to which a remembered sentence is no answer.</summary>
    public double LeastSimilarity { get; init; } = 0.5;
}
