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
    private const double Share = 0.1;
    private const double Noise = 0.1;

    private readonly LanguageTranslation _task = LanguageTranslation.Spanish;
    private readonly long _budget = make(Shard(0)).Train(long.MaxValue) / Rounds + 1;

    /// <summary>Operations of training that one miner spends in one round, at most.</summary>
    public double TrainingOperations => _budget;

    /// <summary>Mean skill of the miners after the last round.</summary>
    public double Skill { get; private set; }

    /// <summary>Lets miners train and answer; a thirtieth of what there is to learn in each round.</summary>
    public void Run()
    {
        double score = 0;
        for (int miner = 0; miner < Miners; miner++)
        {
            IModel model = make(Shard(miner));
            for (int round = 0; round < Rounds; round++)
            {
                model.Train(_budget);
                double sum = Answer(model, round);
                score += round == Rounds - 1 ? sum / Questions : 0;
            }
        }
        Skill = (score / Miners - _task.Baseline) / (1 - _task.Baseline);
    }

    private static SentenceShard Shard(int miner) =>
        SentenceShard.Draw(LanguageTranslation.Spanish.Sentences, Share, Noise, new Rng((ulong)miner + 1));

    private double Answer(IModel model, int round)
    {
        double sum = 0;
        for (int i = 0; i < Questions; i++)
        {
            IQuestion question = _task.HeldOut[(round * Questions + i) % _task.HeldOut.Count];
            sum += _task.Score(question, model.Answer(question));
        }
        return sum;
    }
}
