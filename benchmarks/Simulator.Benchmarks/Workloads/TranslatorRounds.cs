using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Miners that learn a fixed part of their sentences and answer 32 questions, round after round.</summary>
/// <param name="make">Makes the model of a miner.</param>
internal sealed class TranslatorRounds(Func<SentenceShard, IModel> make)
{
    /// <summary>Rounds of all miners together.</summary>
    public const int MinerRounds = Miners * Rounds;

    private const int Miners = 8;
    private const int Rounds = 30;
    private const int Questions = 32;
    private const int Measured = 1_000;
    private const double Share = 0.1;
    private const double Noise = 0.1;

    private readonly LanguageTranslation _task = LanguageTranslation.Spanish;
    private readonly long _budget = make(Shard(0)).Train(long.MaxValue) / Rounds + 1;

    /// <summary>Operations of training that one miner spends in one round, at most.</summary>
    public double TrainingOperations => _budget;

    /// <summary>Skill of a miner that has learned everything, over many questions.</summary>
    public double Skill()
    {
        IModel model = make(Shard(0));
        model.Train(long.MaxValue);
        return (ModelQuality.Measure(_task, model, Measured) - _task.Baseline) / (1 - _task.Baseline);
    }

    /// <summary>Lets miners train and answer; a thirtieth of what there is to learn in each round.</summary>
    public void Run()
    {
        for (int miner = 0; miner < Miners; miner++)
        {
            IModel model = make(Shard(miner));
            for (int round = 0; round < Rounds; round++)
            {
                model.Train(_budget);
                Answer(model, round);
            }
        }
    }

    private static SentenceShard Shard(int miner) =>
        SentenceShard.Draw(LanguageTranslation.Spanish.Sentences, Share, Noise, new Rng((ulong)miner + 1));

    private void Answer(IModel model, int round)
    {
        for (int i = 0; i < Questions; i++)
        {
            IQuestion question = _task.HeldOut[(round * Questions + i) % _task.HeldOut.Count];
            _task.Score(question, model.Answer(question));
        }
    }
}
