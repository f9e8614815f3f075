using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Translation;

/// <summary>The sentence pairs that one miner has, with the translations it believes in; never changes.</summary>
public sealed class SentenceShard : ITrainingData
{
    private readonly int[] _sources;
    private readonly int[] _targets;

    private SentenceShard(SentenceSet set, int[] sources, int[] targets)
    {
        Sentences = set;
        _sources = sources;
        _targets = targets;
    }

    /// <summary>The set the pairs come from.</summary>
    public SentenceSet Sentences { get; }

    /// <summary>How many pairs it has, at least 1.</summary>
    public int Count => _sources.Length;

    /// <summary>Draws a shard.</summary>
    /// <remarks>All pairs are drawn before the first mistake: from equal streams, shards of equal share hold the same
    /// sentences whatever their noise.</remarks>
    /// <param name="sentences">The set to draw from; only pairs to train on are drawn, none twice.</param>
    /// <param name="share">Share of the pairs to train on, in (0, 1]; rounded to the nearest whole pair, at least one.</param>
    /// <param name="noise">Probability in [0, 1] that a sentence has the translation of another one.</param>
    /// <param name="rng">The stream that decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or probability is out of its range.</exception>
    public static SentenceShard Draw(SentenceSet sentences, double share, double noise, Rng rng)
    {
        ShardDraw.CheckNoise(noise);
        int total = sentences.TrainingCount;
        int[] drawn = ShardDraw.Shuffled("sentence pairs", total, share, rng);
        int[] targets = [.. drawn];
        for (int i = 0; i < targets.Length; i++)
        {
            if (rng.NextBool(noise))
            {
                targets[i] = rng.NextInt(total);
            }
        }
        return new(sentences, drawn, targets);
    }

    /// <summary>The number in its set of the pair whose English sentence stands at a place.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Source(int index) => _sources[index];

    /// <summary>The number in its set of the pair whose translation stands at a place.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Target(int index) => _targets[index];

    /// <summary>Numbers of the words of the English sentence at a place.</summary>
    internal ReadOnlySpan<int> SourceWords(int index) => Sentences.SourceWords(_sources[index]);

    /// <summary>Numbers of the words of the translation at a place.</summary>
    internal ReadOnlySpan<int> TargetWords(int index) => Sentences.TargetWords(_targets[index]);
}
