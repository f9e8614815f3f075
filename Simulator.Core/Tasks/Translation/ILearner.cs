namespace Simulator.Core.Tasks.Translation;

/// <summary>A way to translate that learns from one pair of sentences after another: what a student trains.</summary>
internal interface ILearner
{
    /// <summary>Bytes of what it has learned.</summary>
    long Bytes { get; }

    /// <summary>Passes over the shard after which there is nothing left to learn.</summary>
    int Passes { get; }

    /// <summary>A copy that knows the same.</summary>
    /// <param name="anew">Whether it goes on with other sentences: it reads them in one pass, and adds them to what it knows.</param>
    ILearner Copy(bool anew);

    /// <summary>Operations to learn from the pair at a place of the shard.</summary>
    long Operations(SentenceShard shard, int index, int pass);

    /// <summary>Learns from the pair at a place of the shard.</summary>
    /// <param name="shard">The pairs.</param>
    /// <param name="index">Place of the pair.</param>
    /// <param name="pass">Number of the pass, from 0.</param>
    void Learn(SentenceShard shard, int index, int pass);

    /// <summary>Whether answers change with every pair of a pass; else they do when it ends, and not before.</summary>
    /// <param name="pass">Number of the pass, from 0.</param>
    bool ChangesWithin(int pass);

    /// <summary>Is told that a pass is over.</summary>
    /// <param name="pass">Number of the pass, from 0.</param>
    void EndPass(int pass);

    /// <summary>Is told that answers given before no longer count.</summary>
    void Forget();

    /// <summary>Translates a held-out sentence.</summary>
    /// <param name="question">The sentence.</param>
    /// <param name="operations">Operations that it took.</param>
    TranslationAnswer Translate(TranslationQuestion question, out long operations);
}
