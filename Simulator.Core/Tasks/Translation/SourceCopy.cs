using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Translation;

/// <summary>Leaves every sentence in English: the baseline that skill is measured against. It learns nothing.</summary>
public sealed class SourceCopy : IModel
{
    /// <inheritdoc/>
    public string Name => "source-copy";

    /// <summary>0: it never changes.</summary>
    public int Version => 0;

    /// <summary>0: it knows no word of either language.</summary>
    public long Bytes => 0;

    /// <summary>Spends nothing.</summary>
    /// <returns>0.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        return 0;
    }

    /// <inheritdoc/>
    public IModel? Fork(ITrainingData? data = null, Rng? rng = null) => new SourceCopy();

    /// <summary>The English sentence itself; a question of another task gets <see cref="NoAnswer"/>.</summary>
    public IAnswer Answer(IQuestion question) =>
        question is TranslationQuestion asked ? asked.Untranslated : NoAnswer.Instance;
}
